// @covers Serve.Options.fetch
// @difference native-refusals uws
import { talk } from "./_talk.ts";
await talk({
  "TLS hello": "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + "\x00".repeat(40),
  "binary": "\xff\xfe\xfd\r\n\r\n",
  "HTTP/2 preface": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "endless line": "GET /" + "a".repeat(40000),
  "only a colon": ":\r\n\r\n",
});
