import net from "node:net";

/** Sends one request over a unix socket and resolves with status line and content. */
export function ask(path: string, target = "/", method = "GET", content = ""): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect(path);
    let text = "";
    socket.on("data", (bytes) => {
      text += bytes.toString();
    });
    socket.on("error", (error: NodeJS.ErrnoException) => resolve(String(error.code)));
    socket.on("close", () => {
      const [head = "", body = ""] = text.split("\r\n\r\n");
      resolve(`${head.split("\r\n")[0]} ${body}`);
    });
    const length = content === "" ? "" : `Content-Length: ${Buffer.byteLength(content)}\r\n`;
    socket.write(
      `${method} ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${length}\r\n${content}`,
    );
  });
}

/** An error of listening, with all that programs look at. */
export function shown(error: unknown): string {
  const { constructor, name, code, errno, syscall, path, message } = error as NodeJS.ErrnoException;
  return [
    constructor.name,
    name,
    code,
    errno,
    syscall,
    path,
    message,
    Object.keys(error as object).join(),
  ].join(" | ");
}
