// @covers Serve.HostnamePortServeOptions.tls
// Of several wrong members, the one that is named first.
const wrong: Record<string, unknown> = {
  key: 5,
  cert: 5,
  ca: 5,
  crl: 5,
  passphrase: 5,
  dhParamsFile: 5,
  keyFile: 5,
  certFile: 5,
  caFile: 5,
  ciphers: 5,
  secureOptions: "x",
  requestCert: "x",
  rejectUnauthorized: "x",
  lowMemoryMode: "x",
  serverName: 5,
  ALPNProtocols: 5,
  minVersion: "x",
  maxVersion: "x",
  ecdhCurve: 5,
  sigalgs: 5,
  sessionTimeout: "x",
  allowPartialTrustChain: "x",
  clientRenegotiationLimit: "x",
  clientRenegotiationWindow: "x",
};
for (;;) {
  try {
    await Bun.serve({ port: 0, tls: wrong as any, fetch: () => new Response() }).stop(true);
    break;
  } catch (error: any) {
    console.log(error.name, error.code, error.message);
    const name = /TLSOptions\.(\w+)/.exec(error.message)?.[1];
    if (name === undefined || !(name in wrong)) break;
    delete wrong[name];
  }
}
for (const tls of [[null], [5], [undefined], [[]], [[{}]], ["x"], [{}], [], {}, "x", 5, true, () => {}]) {
  try {
    const server = Bun.serve({ port: 0, tls: tls as any, fetch: () => new Response() });
    console.log(JSON.stringify(tls), server.protocol);
    server.stop(true);
  } catch (error: any) {
    console.log(JSON.stringify(tls), error.name, error.code, error.message);
  }
}
