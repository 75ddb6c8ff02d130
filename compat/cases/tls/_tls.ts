import { readFileSync } from "node:fs";
import tls from "node:tls";

/** A file among the certificates of the suite. */
export function certificateFile(name: string): string {
  return new URL(`../../certificates/${name}`, import.meta.url).pathname;
}

/** Key and certificate as text: "" for localhost, "1" for my-server1.com, "2" for my-server2.com. */
export function certificate(number: "" | "1" | "2"): { key: string; cert: string } {
  return {
    key: readFileSync(certificateFile(`key${number}.pem`), "utf8"),
    cert: readFileSync(certificateFile(`cert${number}.pem`), "utf8"),
  };
}

/** Shakes hands and tells whose certificate came, or that none did. */
export function handshake(
  port: number,
  servername?: string,
  options: tls.ConnectionOptions = {},
): Promise<string> {
  return new Promise((resolve) => {
    const given = servername === undefined ? {} : { servername };
    const socket = tls.connect(
      { port, host: "127.0.0.1", rejectUnauthorized: false, ...given, ...options },
      () => {
        resolve(`${socket.getPeerCertificate().subject.CN} ${socket.getProtocol()} ${socket.alpnProtocol}`);
        socket.destroy();
      },
    );
    socket.on("error", () => resolve("refused"));
    socket.on("close", () => resolve("closed"));
  });
}

/** One request over TLS: status line and content, or that there was none. */
export function askTls(port: number, target = "/", options: tls.ConnectionOptions = {}): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    const socket = tls.connect({ port, host: "127.0.0.1", rejectUnauthorized: false, ...options });
    socket.on("data", (bytes) => {
      text += bytes.toString();
    });
    socket.on("error", () => resolve("refused"));
    socket.on("close", () => {
      const [head = "", body = ""] = text.split("\r\n\r\n");
      resolve(text === "" ? "closed" : `${head.split("\r\n")[0]} ${body}`);
    });
    socket.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  });
}

/** Starts a server with the option and tells how that went; `then` may ask it something. */
export async function serveTls(
  name: string,
  options: object,
  then: (port: number) => Promise<string> = (port) => askTls(port),
): Promise<void> {
  let server: ReturnType<typeof Bun.serve>;
  try {
    server = Bun.serve({ port: 0, fetch: () => new Response("served"), ...options } as any);
  } catch (error) {
    const { constructor, code, message } = error as NodeJS.ErrnoException;
    console.log(`${name}: ${constructor.name} ${code} ${message} [${Object.keys(error as object)}]`);
    return;
  }
  const kind = `${server.protocol} ${server.url.protocol} ${Object.prototype.toString.call(server)}`;
  console.log(`${name}: ${kind} ${server.protocol === "https" ? await then(server.port ?? 0) : ""}`);
  await server.stop(true);
}
