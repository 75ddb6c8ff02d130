import type { PreparedReply } from "../exchange.js";
import type { Wire } from "../wire.js";
import { NodeListener } from "./listener.js";

const wire: Wire = {
  name: "node",
  engine: "node:http",
  listen: (options, receiver) => new NodeListener(options, receiver),
  prepare(status, headers, content): PreparedReply {
    return { status, headers, content: typeof content === "string" ? Buffer.from(content, "utf8") : content };
  },
};

/** The universal wire: HTTP/1.1 over TCP with node:http, on every machine that runs Node.js. */
export function nodeWire(): Wire {
  return wire;
}
