import { once } from "node:events";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { connect } from "node:http2";
import { request as httpsRequest } from "node:https";
import type { ServerProcess } from "./server-process.js";
import { originOf } from "./tool.js";
import type { Workload } from "./workloads.js";

/** One reply of a server, as `status text`; long text only by its length. */
export async function oneReply(server: ServerProcess, workload: Workload): Promise<string> {
  const { status, text } =
    workload.load === "h2load" ? await byHttp2(server, workload) : await byHttp1(server, workload);
  return `${status} ${text.length > 100 ? `${text.length} characters` : text}`;
}

interface Reply {
  readonly status: number;
  readonly text: string;
}

async function byHttp1(server: ServerProcess, workload: Workload): Promise<Reply> {
  const { method = "GET", paths, headers = {}, content = "", secure = false } = workload;
  const options = {
    method,
    headers: { ...headers, Connection: "close", "Content-Length": Buffer.byteLength(content) },
    rejectUnauthorized: false,
    ...(server.path === "" ? {} : { socketPath: server.path }),
  };
  const request = (secure ? httpsRequest : httpRequest)(`${originOf(server, workload)}${paths[0]}`, options);
  request.end(content);
  const [message]: IncomingMessage[] = await once(request, "response");
  if (message === undefined) throw new Error("no reply");
  let text = "";
  for await (const piece of message.setEncoding("latin1")) text += piece;
  return { status: message.statusCode ?? 0, text };
}

async function byHttp2(server: ServerProcess, workload: Workload): Promise<Reply> {
  const session = connect(originOf(server, workload), { rejectUnauthorized: false });
  try {
    const stream = session.request({ ":path": workload.paths[0] ?? "/" });
    const [headers]: { ":status"?: number }[] = await once(stream, "response");
    let text = "";
    for await (const piece of stream.setEncoding("latin1")) text += piece;
    return { status: headers?.[":status"] ?? 0, text };
  } finally {
    session.destroy();
  }
}
