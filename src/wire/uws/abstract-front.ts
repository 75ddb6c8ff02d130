import { createServer, type Socket } from "node:net";
import type { SystemCalls } from "../system-calls.js";
import type { Front } from "./front.js";

/**
 * Accepts for the engine, which cannot bind abstract names, and hands it a duplicate of each connection's
 * descriptor: node closes its own, and both may do so in any order.
 */
export function abstractFront(
  target: { fd: number } | { path: string },
  calls: SystemCalls,
  adopt: (descriptor: number) => void,
): Front {
  const server = createServer({ pauseOnConnect: true }, (socket) => {
    const descriptor = calls.duplicate(descriptorOf(socket));
    // Out of descriptors: this client is turned away.
    if (descriptor >= 0) adopt(descriptor);
    socket.destroy();
  });
  // It listens already: what could still come is a failed accept.
  server.on("error", () => {});
  server.listen({ ...target, exclusive: true });
  return {
    close: () => void server.close(),
    ref: () => void server.ref(),
    unref: () => void server.unref(),
  };
}

function descriptorOf(socket: Socket): number {
  const handle: unknown = Reflect.get(socket, "_handle");
  return typeof handle === "object" && handle !== null ? Number(Reflect.get(handle, "fd")) : -1;
}
