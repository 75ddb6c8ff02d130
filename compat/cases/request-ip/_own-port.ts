import net from "node:net";

/** Asks on a connection of its own, which stays open, and tells whether `X-Port` is this connection's. */
export function request(port: number, path: string): Promise<{ own: boolean; socket: net.Socket }> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, "127.0.0.1", () => {
      const upgrade =
        path === "/ws"
          ? "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
          : "";
      socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n${upgrade}\r\n`);
    });
    socket.on("error", reject);
    let text = "";
    socket.on("data", (bytes) => {
      text += String(bytes);
      if (!text.includes("\r\n\r\n")) return;
      const told = /\r\nx-port: (\d+)/i.exec(text)?.[1];
      resolve({ own: told === String(socket.localPort), socket });
    });
  });
}

export function promise(): { settled: Promise<void>; settle: () => void } {
  let settle = (): void => {};
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { settled, settle };
}
