/** A header field name, looked up once and shared by every field that bears it. */
export interface FieldName {
  /** What `Headers` shows and compares. */
  readonly lower: string;
  /** What goes on the wire and into error messages. */
  readonly wire: string;
  /** One of the names the engine below Bun knows: these come first on the wire, in their own letter case. */
  readonly known: boolean;
}

const KNOWN = `Accept Accept-Charset Accept-Encoding Accept-Language Accept-Ranges
Access-Control-Allow-Credentials Access-Control-Allow-Headers Access-Control-Allow-Methods
Access-Control-Allow-Origin Access-Control-Expose-Headers Access-Control-Max-Age
Access-Control-Request-Headers Access-Control-Request-Method Age Authorization Cache-Control Connection
Content-Disposition Content-Encoding Content-Language Content-Length Content-Location Content-Range
Content-Security-Policy Content-Security-Policy-Report-Only Content-Type Cookie Cookie2
Cross-Origin-Embedder-Policy Cross-Origin-Embedder-Policy-Report-Only Cross-Origin-Opener-Policy
Cross-Origin-Opener-Policy-Report-Only Cross-Origin-Resource-Policy Date Default-Style DNT ETag Expect
Expires Host Icy-MetaInt Icy-Metadata If-Match If-Modified-Since If-None-Match If-Range If-Unmodified-Since
Keep-Alive Last-Event-ID Last-Modified Link Location Origin Ping-From Ping-To Pragma Proxy-Authorization
Proxy-Connection Purpose Range Referer Referrer-Policy Refresh Report-To Sec-Fetch-Dest Sec-Fetch-Mode
Sec-WebSocket-Accept Sec-WebSocket-Extensions Sec-WebSocket-Key Sec-WebSocket-Protocol
Sec-WebSocket-Version Server-Timing Service-Worker Service-Worker-Allowed
Service-Worker-Navigation-Preload Set-Cookie Set-Cookie2 SourceMap Strict-Transport-Security TE
Timing-Allow-Origin Trailer Transfer-Encoding Upgrade Upgrade-Insecure-Requests User-Agent Vary Via
X-Content-Type-Options X-DNS-Prefetch-Control X-Frame-Options X-SourceMap X-Temp-Tablet X-XSS-Protection`;

/** By lower-case name. */
const known = new Map<string, FieldName>();
/** By any spelling seen so far. */
const seen = new Map<string, FieldName>();
/** Names come from the network too: the memory they may take has an end. */
const SEEN_LIMIT = 1024;

for (const wire of KNOWN.split(/\s/)) {
  const name: FieldName = { lower: wire.toLowerCase(), wire, known: true };
  known.set(name.lower, name);
  seen.set(name.lower, name);
  seen.set(wire, name);
}

/** RFC 9110 section 5.6.2. */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/**
 * The name as spelled by a user.
 * @throws {TypeError} when it is no token
 */
export function fieldName(spelled: string): FieldName {
  const name = seen.get(spelled);
  if (name !== undefined) return name;
  if (!TOKEN.test(spelled)) throw new TypeError(`Invalid header name: '${spelled}'`);
  return receivedName(spelled);
}

/** The name as received from a wire, which checked it. */
export function receivedName(spelled: string): FieldName {
  let name = seen.get(spelled);
  if (name === undefined) {
    const lower = spelled.toLowerCase();
    name = known.get(lower) ?? { lower, wire: spelled, known: false };
    if (seen.size < SEEN_LIMIT) seen.set(spelled, name);
  }
  return name;
}

export const CONTENT_TYPE = fieldName("content-type");
export const COOKIE = fieldName("cookie");
export const LOCATION = fieldName("location");
export const SET_COOKIE = fieldName("set-cookie");
