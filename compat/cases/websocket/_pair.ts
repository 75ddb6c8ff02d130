import { listen } from "../../client.ts";
import { FrameClient, type Handshake } from "../../frames.ts";

/** A server with these handlers, one open socket of it, and the client at its other end. */
export async function pair(websocket: Record<string, any> = {}, handshake: Handshake = {}, upgrade: any = undefined) {
  const opened = Promise.withResolvers<any>();
  const server: any = Bun.serve({
    ...listen(),
    fetch(req, server: any) {
      return server.upgrade(req, upgrade) ? (undefined as any) : new Response("refused", { status: 400 });
    },
    websocket: {
      message() {},
      ...websocket,
      open(ws: any) {
        opened.resolve(ws);
        return websocket["open"]?.(ws);
      },
    } as any,
  });
  const client = await FrameClient.open(server, handshake);
  const ws = await opened.promise;
  return { server, client, ws };
}
