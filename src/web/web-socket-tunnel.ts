import type * as Http from "node:http";
import type { ClientRequest, IncomingMessage } from "node:http";
import type * as Https from "node:https";
import { createRequire } from "node:module";
import { isIP, type Socket } from "node:net";
import { fieldName } from "./field-name.js";
import type { ProxyTarget } from "./web-socket-options.js";

const require = createRequire(import.meta.url);

/** A proxy that answered, but did not connect. Its message is for users. */
export class ProxyRefusal extends Error {}

/**
 * Asks a proxy for a connection.
 *
 * @param authority where it is to lead: host and port
 * @param done called once, with the connection or the reason why there is none
 * @returns what is pending, to be destroyed by who does not want it any more
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.3.6
 */
export function openTunnel(
  { url, headers, tls }: ProxyTarget,
  authority: string,
  done: (outcome: Socket | Error) => void,
): ClientRequest {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const secure = url.protocol === "https:";
  const { request }: typeof Http | typeof Https = require(secure ? "node:https" : "node:http");
  const ask = request({
    ...(secure && { servername: isIP(host) === 0 ? host : "", ...tls }),
    method: "CONNECT",
    host,
    port: url.port === "" ? (secure ? 443 : 80) : url.port,
    path: authority,
    headers: { Host: authority, "Proxy-Connection": "Keep-Alive", ...credentials(url), ...spelled(headers) },
    agent: false,
    setHost: false,
  });
  // The proxy's is the field above.
  ask.removeHeader("Connection");
  ask.on("connect", (response: IncomingMessage, socket: Socket, head: Buffer) => {
    if (isSuccess(response)) {
      if (head.length > 0) socket.unshift(head);
      done(socket);
    } else {
      socket.destroy();
      done(refusal(response));
    }
  });
  ask.on("error", done);
  ask.end();
  return ask;
}

function credentials({ username, password }: URL): Record<string, string> {
  if (username === "" && password === "") return {};
  const text = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { "Proxy-Authorization": `Basic ${Buffer.from(text).toString("base64")}` };
}

/** Names as proxies are used to them. */
function spelled(headers: ProxyTarget["headers"]): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [fieldName(name).wire, value]));
}

function isSuccess({ statusCode = 0 }: IncomingMessage): boolean {
  return statusCode >= 200 && statusCode < 300;
}

function refusal({ statusCode, statusMessage }: IncomingMessage): ProxyRefusal {
  const what = statusCode === 407 ? "Proxy authentication required" : "Proxy connection failed";
  return new ProxyRefusal(`${what}: ${statusCode} ${statusMessage ?? ""}`.trimEnd());
}
