// @covers Serve.HostnamePortServeOptions.tls
import { createServer } from "node:net";
import { certificate, serveTls } from "./_tls.ts";

const { key, cert } = certificate("");
const probe = createServer().listen(0, "127.0.0.1");
await new Promise((resolve) => probe.once("listening", resolve));
const { port } = probe.address() as { port: number };
await new Promise((resolve) => probe.close(resolve));
await serveTls("garbage", { port, tls: { key: "garbage", cert } });
await serveTls("the same port", { port, tls: { key, cert } });
