// @covers Response.json
import { exchange, listen } from "../../client.ts";

const answers: Record<string, () => any> = {
  object: () => Response.json({ a: 1 }),
  nested: () => Response.json({ a: [1, { b: null }], c: "é" }),
  string: () => Response.json("text"),
  null: () => Response.json(null),
  number: () => Response.json(5),
  date: () => Response.json({ at: new Date(0) }),
  typed: () => Response.json({ a: 1 }, { headers: { "content-type": "x/y" } }),
  headers: () => Response.json({ a: 1 }, { status: 201, headers: { "x-a": "1" } }),
  statusNumber: () => Response.json({ a: 1 }, 202 as any),
  toJSON: () => Response.json({ toJSON: () => "own" }),
};
const server = Bun.serve({ ...listen(), development: false, fetch: (req: Request) => answers[new URL(req.url).pathname.slice(1)]!() });
for (const name of Object.keys(answers))
  for (const method of ["GET", "HEAD"]) await exchange(server, method, `/${name}`);
await server.stop(true);
