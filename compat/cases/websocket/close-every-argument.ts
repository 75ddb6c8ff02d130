// @covers ServerWebSocket.close
// close arguments and what the client sees
import { pair } from "./_pair.ts";

const args: any[][] = [[], [1000], [1001, "bye"], [1004], [1005, "x"], [1006], [1007], [1010], [1011], [1012], [1013], [1014], [1015, "x"], [999], [0], [-1], [3000, "r"], [4999], [5000], [65535], [65536], [70000, "q"], [1e9], [1.9], [NaN], [Infinity], [1000, ""], [1000, null], [1000, 5], [1000, {}], [1000, "é".repeat(70)], [1000, "x".repeat(200)], [undefined, "only reason"], [1000, "a\ud800"], [1000, undefined], [4000, Buffer.from("buf")], [4000, new Uint8Array([65,66])], [null], ["1000"], [true], [{}], [1000n], [1000, Symbol("x")], [1000, { toString() { throw new Error("t"); } }]];
for (const a of args) {
  const h = Promise.withResolvers<string>();
  const { server, client, ws } = await pair({ close(_: any, c: number, r: string) { h.resolve(`${c} ${JSON.stringify(r)?.slice(0, 40)} ${r?.length}`); } });
  let shown; try { shown = a.map((x) => typeof x === "symbol" ? "sym" : typeof x === "bigint" ? "big" : typeof x === "number" ? String(x) : (JSON.stringify(x) ?? "undefined").slice(0, 20)).join(","); } catch { shown = "throws"; }
  try { console.log(shown, "->", ws.close(...a), ws.readyState); } catch (e: any) { console.log(shown, "throws", e.name, e.code, e.message); ws.terminate(); }
  console.log("  ", await h.promise, await client.rest());
  server.stop(true);
}
