// @covers Response
import { attempt } from "../../client.ts";
for (const status of [0, 99, 100, 101, 102, 199, 200, 599, 600, 999, 1000, -1, 200.7, "201", "abc", null, undefined, NaN, {}, true])
  await attempt(`status ${String(status)} ${typeof status}`, () => new Response(null, { status } as any).status);
for (const status of [200, 299, 300, 301, 302, 303, 304, 307, 308, 309, "301", undefined, null])
  await attempt(`redirect ${String(status)} ${typeof status}`, () => Response.redirect("/x", status as any).status);
