import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Target } from "../../client.ts";
import { comparedFields, parse, raw, request } from "../../client.ts";

/** Writes files below the folder in which the case runs; the absolute path of that folder. */
export function site(files: Record<string, string | Uint8Array>): string {
  const root = process.cwd();
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return root;
}

/** Imports an HTML file below that folder. */
export async function page(name: string): Promise<Bun.HTMLBundle> {
  return (await import(path.join(process.cwd(), name))).default;
}

export interface Shown {
  status: string;
  fields: Record<string, string>;
  body: string;
}

/** Asks as a browser on this machine does. */
export async function get(target: Target, url: string, method = "GET", headers: Record<string, string> = {}): Promise<Shown> {
  const text = await raw(target, request(method, url, { Host: "localhost", ...headers }));
  const reply = parse(text);
  const fields = Object.fromEntries(comparedFields(method, reply).map(([name, value]) => [name.toLowerCase(), value]));
  return { status: reply.status, fields, body: reply.body };
}

/** What can be equal of a reply whose content another bundler wrote: status, and all fields but length and tag. */
export async function head(target: Target, url: string, method = "GET", headers: Record<string, string> = {}): Promise<Shown> {
  const reply = await get(target, url, method, headers);
  const { "content-length": length, etag, date, ...fields } = reply.fields;
  console.log(`> ${method} ${hashless(url)}\n${reply.status}`);
  for (const name of Object.keys(fields).sort()) console.log(`${name}: ${hashless(fields[name] ?? "")}`);
  console.log(`  ${length === undefined ? "no" : length === "0" ? "empty" : "some"} length, ${etag === undefined ? "no tag" : /^"[0-9a-f]{16}"$/.test(etag) ? "a tag" : etag}`);
  return reply;
}

/** Names of bundles without what tells their content. */
export function hashless(text: string): string {
  return text.replace(/chunk-[0-9a-z]{8}\./g, "chunk-<hash>.").replace(/-[0-9a-f]{16}\.js/g, "-<hash>.js");
}

/** The page without the tags of bundles, which are told apart. */
export function outline(html: string): string {
  return hashless(html)
    .replace(/<script>\(\(a\)=>[^]*?<\/script>/, "")
    .replace(/(\/_bun\/asset\/)[0-9a-f]{16}\.css/g, "$1<hash>.css");
}

/** Paths of the scripts and style sheets of a page. */
export function loaded(html: string): string[] {
  return [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, url = ""]) => url);
}

/** Runs the scripts of a page; what they left in `globalThis.result`. */
export async function run(target: Target, url: string, globals: Record<string, unknown> = {}): Promise<unknown> {
  const { body } = await get(target, url);
  Object.assign(globalThis, { result: undefined, ...globals });
  for (const script of loaded(body).filter((one) => one.endsWith(".js"))) {
    const code = (await get(target, script)).body.replace(/^\/\/# .*$/gm, "");
    await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
  }
  return Reflect.get(globalThis, "result");
}

/** A small picture. */
export const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
