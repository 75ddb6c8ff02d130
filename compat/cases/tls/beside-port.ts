// @covers Serve.HostnamePortServeOptions.tls
// The older way: members of `tls` beside `port`. Their types are checked where they ask for no TLS, too.
for (const o of [{ ciphers: 5 }, { secureOptions: "x" }, { requestCert: 5 }, { passphrase: 5 }, { serverName: 5 }, { key: 5 }, { minVersion: "x" }, { tls: { ciphers: 5 } }, { tls: { passphrase: 5 } }, { tls: { requestCert: 5 } }, {tls: {ALPNProtocols: 5}}, {tls:{dhParamsFile: "/nonexistent"}}, {dhParamsFile: "/nonexistent"}, { tls: {}, key: 5 }, {tls: {secureOptions: 1.5}}] as any[]) {
  try { const s = Bun.serve({ port: 0, fetch: () => new Response(), ...o }); console.log(JSON.stringify(o), s.protocol); s.stop(true); } catch (e: any) { console.log(JSON.stringify(o), e.name, e.code, e.message); }
}
