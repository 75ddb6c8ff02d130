// @covers Server.stop
// What is on its way when a server stops: a stream is sent to its end, a WebSocket keeps talking, and both end with force.
import { connect, request } from "../../client.ts";
{
  let stream!: ReadableStreamDefaultController<string>;
  const server = Bun.serve({ port: 0, fetch: () => new Response(new ReadableStream({ start(controller) { stream = controller; controller.enqueue("a"); } })) });
  const response = await fetch(server.url);
  let stopped = false;
  const end = server.stop().then(() => { stopped = true; });
  await Bun.sleep(50);
  console.log(stopped, server.pendingRequests);
  stream.enqueue("b"); stream.close();
  console.log(await response.text());
  await end;
  console.log(stopped, server.pendingRequests);
}
{
  let cancelled = "";
  const server = Bun.serve({ port: 0, fetch(req: Request) { req.signal.onabort = () => console.log("abort"); return new Response(new ReadableStream({ start(controller) { controller.enqueue("a"); }, cancel(reason) { cancelled = `${reason?.name} ${reason?.message}`; } })); } });
  const client = connect(server);
  client.on("error", () => {}).write(request("GET", "/"));
  await new Promise((resolve) => client.once("data", resolve));
  const closed = new Promise((resolve) => client.once("close", () => resolve("closed")));
  await server.stop(true);
  console.log(await closed, cancelled, server.pendingRequests);
}
{
  const server = Bun.serve({ port: 0, fetch: (req, server) => (server.upgrade(req) ? undefined : new Response("no")), websocket: { message(ws, message) { ws.send(message); }, close(_ws, code, reason) { console.log("close", code, reason); } } });
  const ws = new WebSocket(server.url.href.replace("http", "ws"));
  await new Promise((resolve) => (ws.onopen = resolve));
  let stopped = false;
  const end = server.stop().then(() => { stopped = true; });
  await Bun.sleep(50);
  console.log(stopped, server.pendingWebSockets);
  ws.send("still here");
  console.log(await new Promise((resolve) => (ws.onmessage = (event) => resolve(event.data))));
  const closed = new Promise((resolve) => (ws.onclose = (event) => resolve(event.code)));
  await server.stop(true);
  console.log(await closed, server.pendingWebSockets);
  await end;
  console.log(stopped);
}
