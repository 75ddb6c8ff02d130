// @covers Serve.Options.fetch
import { talk } from "./_talk.ts";
await talk({
  "PURGE": "PURGE / HTTP/1.1\r\nHost: a\r\n\r\n",
  "TRACE": "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n",
  "FOOBAR": "FOOBAR / HTTP/1.1\r\nHost: a\r\n\r\n",
  "lower case": "get / HTTP/1.1\r\nHost: a\r\n\r\n",
  "mixed case": "Get / HTTP/1.1\r\nHost: a\r\n\r\n",
  "bad character": "G@T / HTTP/1.1\r\nHost: a\r\n\r\n",
  "PROPFIND": "PROPFIND / HTTP/1.1\r\nHost: a\r\n\r\n",
  "M-SEARCH": "M-SEARCH / HTTP/1.1\r\nHost: a\r\n\r\n",
  "QUERY": "QUERY / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab",
});
