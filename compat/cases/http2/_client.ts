import http2, { type ClientHttp2Session, type OutgoingHttpHeaders } from "node:http2";
import { certificate } from "../tls/_tls.ts";

/** A connection to the server, without TLS by prior knowledge. */
export function connect(server: { protocol: string | null; port?: number | undefined }): ClientHttp2Session {
  const client = http2.connect(`${server.protocol}://127.0.0.1:${server.port}`, {
    rejectUnauthorized: false,
  });
  client.on("error", () => {});
  return client;
}

/** The `tls` options of a case that runs with and without TLS. */
export const variants = [undefined, certificate("")] as const;

/** One request: status, fields in order, content, and how the stream ended. */
export function ask(
  client: ClientHttp2Session,
  headers: OutgoingHttpHeaders,
  content?: string | Uint8Array,
): Promise<string> {
  return new Promise((resolve) => {
    const stream = client.request(headers, { endStream: content === undefined });
    let fields = "";
    let text = "";
    stream.on("response", (response) => {
      fields = Object.entries(response)
        .map(([name, value]) => `${name}: ${name === "date" ? "<date>" : value}`)
        .join(", ");
    });
    stream.setEncoding("utf8");
    stream.on("data", (chunk: string) => {
      text += chunk;
    });
    stream.on("error", () => {});
    stream.on("close", () => {
      const shown = text.length > 200 ? `${text.slice(0, 20)}… (${text.length})` : text;
      resolve(`${fields} | ${shown} | ${stream.rstCode}`);
    });
    if (content !== undefined) stream.end(content);
  });
}
