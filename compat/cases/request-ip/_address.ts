import net from "node:net";

/** Asks a server that answers with the JSON of `requestIP`; compares the port with the client's own. */
export function addressSeen(port: number, host: string): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    const socket = net.connect(port, host, () => {
      const own = socket.localPort;
      socket.on("data", (bytes) => {
        text += bytes.toString();
      });
      socket.on("close", () => {
        const seen = JSON.parse(text.split("\r\n\r\n")[1] ?? "null");
        resolve(seen === null ? "null" : `${seen.address} ${seen.family} ${seen.port === own}`);
      });
      socket.write("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    });
    socket.on("error", (error: NodeJS.ErrnoException) => resolve(String(error.code)));
  });
}
