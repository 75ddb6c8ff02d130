// @covers Response.redirect
// @difference empty-location node
// @difference empty-location uws
import { exchange, listen } from "../../client.ts";

const answers: Record<string, () => any> = {
  relative: () => Response.redirect("/x"),
  absolute: () => Response.redirect("http://a.b/c"),
  301: () => Response.redirect("http://a.b/c", 301),
  303: () => Response.redirect("/x", 303),
  308: () => Response.redirect("/x", 308),
  init: () => Response.redirect("http://a.b/c", { status: 307, headers: { X: "1" } } as any),
  normalised: () => Response.redirect("http://a.b/c d?é"),
  empty: () => Response.redirect(""),
  badStatus: () => Response.redirect("/x", 200),
  url: () => Response.redirect(new URL("http://a.b/u") as any),
};
const server = Bun.serve({ ...listen(), development: false, fetch: (req: Request) => answers[new URL(req.url).pathname.slice(1)]!() });
for (const name of Object.keys(answers))
  for (const method of ["GET", "HEAD"]) await exchange(server, method, `/${name}`);
await server.stop(true);
