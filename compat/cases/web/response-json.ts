// @covers Response.json
import { attempt } from "../../client.ts";
const shown = async (r: Response) => [r.status, r.statusText, r.type, [...r.headers], await r.text()];
const cyclic: any = {};
cyclic.cyclic = cyclic;
for (const [name, ...given] of [["object", { a: 1 }], ["undefined", undefined], ["function", () => 1], ["null", null], ["text", "s"], ["bigint", 1n], ["symbol", Symbol("x")], ["nothing"], ["cyclic", cyclic], ["status", {}, { status: 201 }], ["status alone", {}, 404], ["own type", {}, { headers: { "content-type": "x/y" } }], ["empty type", {}, { headers: { "Content-Type": "" } }], ["other field", {}, { headers: { a: "1" } }], ["status 600", {}, { status: 600 }], ["status 204", {}, { status: 204 }], ["101 alone", {}, 101], ["99 alone", {}, 99], ["-5 alone", {}, -5], ["3.7 alone", {}, 3.7], ["NaN alone", {}, Number.NaN], ["65736 alone", {}, 65736], ["toJSON", { toJSON: () => 5 }], ["init null", {}, null], ["init text", {}, "x"]] as [string, ...any[]][]) await attempt(name, () => shown((Response.json as any)(...given)));
