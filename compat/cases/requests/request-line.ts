// @covers Serve.Options.fetch
// @difference native-refusals uws
// @difference node-parser node
import { talk } from "./_talk.ts";
await talk({
  "no version": "GET /\r\n\r\n",
  "word": "FOO\r\n\r\n",
  "HTTP/2.0": "GET / HTTP/2.0\r\nHost: a\r\n\r\n",
  "HTTP/1.2": "GET / HTTP/1.2\r\nHost: a\r\n\r\n",
  "double space": "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
  "leading CRLF": "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
  "LF only": "GET / HTTP/1.1\nHost: a\n\n",
  "no slash": "GET a HTTP/1.1\r\nHost: a\r\n\r\n",
  "query only": "GET ?x HTTP/1.1\r\nHost: a\r\n\r\n",
  "star": "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
  "space in path": "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n",
});
