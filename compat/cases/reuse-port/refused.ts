// @covers Serve.HostnamePortServeOptions.reusePort
import { attempt } from "../../client.ts";

const serve = (port: number, reusePort: unknown) =>
  Bun.serve({ port, hostname: "127.0.0.1", reusePort, fetch: () => new Response("x") } as any);
const masked = (port: number, work: () => void) => () => {
  try {
    work();
    return "listens";
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return `${code} ${message.replaceAll(String(port), "<port>")}`;
  }
};
const alone = serve(0, false);
const port = alone.port ?? 0;
await attempt(
  "second without",
  masked(port, () => void serve(port, false)),
);
await attempt(
  "second with",
  masked(port, () => void serve(port, true)),
);
await alone.stop(true);
const shared = serve(0, true);
const common = shared.port ?? 0;
await attempt(
  "only the first with",
  masked(common, () => void serve(common, false)),
);
for (const value of [1, "yes", {}]) {
  await attempt(
    `truthy ${JSON.stringify(value)}`,
    masked(common, () => void serve(common, value).stop(true)),
  );
}
await shared.stop(true);
