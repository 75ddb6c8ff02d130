// @covers Serve.HostnamePortServeOptions.reusePort, Bun.spawn
import { raw } from "../../client.ts";

if (process.argv[2] === "worker") {
  const server = Bun.serve({
    port: process.env["CLUSTER_PORT"] ?? 0,
    hostname: "127.0.0.1",
    reusePort: true,
    fetch: () => new Response(process.argv[3]),
  });
  console.log(server.port);
} else {
  const start = async (name: string, port: string) => {
    const worker = Bun.spawn([process.execPath, import.meta.path, "worker", name], {
      env: { ...process.env, CLUSTER_PORT: port },
    });
    const { value } = await worker.stdout.getReader().read();
    return { worker, port: Buffer.from(value ?? []).toString().trim() };
  };
  const first = await start("first", "0");
  const second = await start("second", first.port);
  console.log(first.port === second.port);
  const ask = () => raw(Number(first.port), "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  const replies = await Promise.all(Array.from({ length: 80 }, ask));
  const of = (name: string) => replies.filter((reply) => reply.endsWith(name)).length;
  console.log(of("first") > 0, of("second") > 0, of("first") + of("second"));
  first.worker.kill();
  console.log(await first.worker.exited, first.worker.signalCode);
  console.log((await ask()).endsWith("second"));
  second.worker.kill();
  console.log(await second.worker.exited);
}
