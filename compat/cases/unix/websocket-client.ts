// @covers WebSocket
// Bun's own client reaches a unix socket by `ws+unix:`; behind a colon comes what is asked for there.
const server = Bun.serve<object, never>({
  unix: "app.sock",
  fetch(request, server) {
    const data = { url: request.url, host: request.headers.get("host"), a: request.headers.get("x-a") };
    return server.upgrade(request, { data }) ? undefined : new Response("no");
  },
  websocket: {
    open: (ws) => void ws.send(`${JSON.stringify(ws.data)} ${ws.remoteAddress}`),
    message: (ws, message) => void ws.send(`echo ${message}`),
  },
});
const path = `${process.cwd()}/app.sock`;

function talk(url: string | URL, options?: object): Promise<void> {
  console.log(String(url));
  return new Promise((resolve) => {
    try {
      const socket = new WebSocket(url, options as any);
      console.log(" ", socket.url);
      socket.onmessage = ({ data, origin }) => {
        console.log("  message", data, origin);
        if (data.startsWith("echo")) socket.close(1000, "bye");
        else socket.send("hi");
      };
      socket.onerror = (event: any) => console.log("  error", event.message);
      socket.onclose = ({ code, reason, wasClean }) => {
        console.log("  close", code, reason, wasClean);
        resolve();
      };
    } catch (error: any) {
      console.log("  throws", error.name, error.message);
      resolve();
    }
  });
}
await talk(`ws+unix://${path}`);
await talk(`ws+unix://${path}:`);
await talk(`ws+unix://${path}:/a/b?c=d`);
await talk(`ws+unix://${path}:/a:/b`);
await talk(`ws+unix:${path}:/x`);
await talk(`ws+unix://some.host${path}:/x`);
await talk("ws+unix:app.sock:/relative");
await talk("ws+unix:./app.sock");
await talk(new URL(`ws+unix://${path}:/url`));
await talk(`WS+UNIX://${path}:/%20`, { headers: { "x-a": "1", host: "own.test" } });
await talk(`ws+unix://${path}.none:/x`);
await talk(`ws+unix://${path}/x`);
await talk(`ws+unix://${path}:/x#fragment`);
await talk("ws+unix://app.sock");
await talk("ws+unix://");
await talk("ws+unix:");
await talk("ws+unix::/x");
await talk(`unix://${path}`);
await talk(`http+unix://${path}`);
await server.stop(true);
