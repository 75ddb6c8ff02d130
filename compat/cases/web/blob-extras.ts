// @covers Blob
import { attempt } from "../../client.ts";
await attempt("json", () => (new Blob(['{"a":1}']) as any).json());
await attempt("no json", () => (new Blob([""]) as any).json());
await attempt("bytes", async () => [...(await (new Blob(["ab"]) as any).bytes())]);
await attempt("formData", async () => [...(await (new Blob(["a=1"], { type: "application/x-www-form-urlencoded" }) as any).formData())]);
await attempt("formData of nothing", () => (new Blob(["a=1"]) as any).formData());
