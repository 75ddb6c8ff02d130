// @covers BunFile
import { attempt } from "../../client.ts";
import { folder, put } from "./_reply.ts";

const made = folder();
const file = put(`${made}/f.json`, '{"a":"ü"}');
const of = (name = file) => new Response(Bun.file(name));
await attempt("text", () => of().text());
await attempt("json", () => of().json());
await attempt("bytes", async () => String((await of().bytes()).length));
await attempt("arrayBuffer", async () => String((await of().arrayBuffer()).byteLength));
await attempt("blob", async () => {
  const blob = await of().blob();
  return `${blob.size} ${blob.type} ${blob instanceof Blob} ${await blob.text()}`;
});
await attempt("stream", async () => {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of of().body as any) text += decoder.decode(chunk, { stream: true });
  return text;
});
await attempt("type", () => String(of().headers.get("content-type")));
await attempt("own type", () => String(new Response(Bun.file(file), { headers: { "Content-Type": "x/y" } }).headers.get("content-type")));
await attempt("clone", async () => {
  const one = of();
  const two = one.clone();
  return `${await one.text()} ${await two.text()} ${one.bodyUsed} ${two.bodyUsed}`;
});
await attempt("used", async () => {
  const one = of();
  await one.text();
  return one.text();
});
await attempt("missing", () => of(`${made}/nope`).text().catch((error: any) => Promise.reject(Object.assign(error, { message: error.message.replace(made, "") }))));
await attempt("slice", () => new Response(Bun.file(file).slice(1, 4)).text());
await attempt("request", () => new Request("http://x/", { method: "POST", body: Bun.file(file) }).json());
await attempt("form", async () => {
  const form = new FormData();
  form.append("f", Bun.file(file));
  const text = await new Response(form).text();
  return text.replaceAll(/-+WebkitFormBoundary\w+/gi, "--boundary").replaceAll(/^-+\w+(--)?$/gm, "--boundary").replaceAll(made, "");
});
