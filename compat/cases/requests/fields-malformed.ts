// @covers Serve.Options.fetch
// @difference native-refusals uws
import { talk } from "./_talk.ts";
await talk({
  "no host": "GET / HTTP/1.1\r\n\r\n",
  "space before colon": "GET / HTTP/1.1\r\nHost: a\r\nX : v\r\n\r\n",
  "folded": "GET / HTTP/1.1\r\nHost: a\r\nX: v\r\n w\r\n\r\n",
  "no colon": "GET / HTTP/1.1\r\nHost: a\r\nX\r\n\r\n",
  "NUL in value": "GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n",
  "control in value": "GET / HTTP/1.1\r\nHost: a\r\nX: a\x01b\r\n\r\n",
  "bare CR in value": "GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n",
  "bad name": "GET / HTTP/1.1\r\nHost: a\r\nX(: v\r\n\r\n",
  "space in name": "GET / HTTP/1.1\r\nHost: a\r\nX Y: v\r\n\r\n",
});
