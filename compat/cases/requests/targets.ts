// @covers Serve.Options.fetch
import { talk } from "./_talk.ts";
await talk({
  "two slashes": "GET //h/x HTTP/1.1\r\nHost: a\r\n\r\n",
  "dots": "GET /a/../../b HTTP/1.1\r\nHost: a\r\n\r\n",
});
