// @covers Serve.Options.fetch
// @difference empty-field-name uws
import { talk } from "./_talk.ts";
await talk({
  "empty name": "GET / HTTP/1.1\r\nHost: a\r\n: v\r\nContent-Length: 3\r\n\r\nabc",
});
