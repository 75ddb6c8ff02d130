import { listen, raw } from "../../client.ts";

/** Says each text to a server that answers what it understood; a fresh connection each, which must be closed or not. */
export async function talk(texts: Record<string, string>, limit = 300): Promise<void> {
  const seen: string[] = [];
  const server = Bun.serve({
    ...listen(),
    development: false,
    async fetch(req: Request) {
      const body = await req.text().catch((error: any) => `(${error.name})`);
      seen.push(`${req.method} ${req.url.replace(/^\w+:\/\/[^/]*/, "")} [${body}]`);
      // The same over TLS.
      return new Response(`${req.method} ${req.url.replace(/^https/, "http")} [${body}]`);
    },
  });
  for (const [name, text] of Object.entries(texts)) {
    seen.length = 0;
    const reply = await raw(server, text, { close: true, limit });
    console.log(
      `${name}: ${JSON.stringify(reply.replace("<reset>", "<closed>"))} handler: ${seen.join("; ") || "not called"}`,
    );
  }
  const after = await raw(server, "GET /after HTTP/1.1\r\nHost: a\r\n\r\n");
  console.log(after.includes("/after") ? "still serving" : `broken: ${after}`);
  await server.stop(true);
}
