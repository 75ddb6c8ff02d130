/** An echo server that does on demand what servers do, and the URL of it. */
export function echo(websocket: Record<string, any> = {}): { server: any; url: string } {
  const server: any = Bun.serve({
    port: 0,
    fetch(req, server: any) {
      if (new URL(req.url).pathname === "/no") return new Response("no", { status: 403 });
      const headers = new Headers(req.headers);
      for (const name of ["host", "sec-websocket-key"]) headers.delete(name);
      return server.upgrade(req, { data: Object.fromEntries(headers) }) ? (undefined as any) : new Response("plain");
    },
    websocket: {
      message(ws: any, message: any) {
        if (message === "headers") ws.send(JSON.stringify(ws.data));
        else if (message === "close") ws.close(4001, "bye");
        else if (message === "terminate") ws.terminate();
        else if (message === "ping") ws.ping("pp");
        else ws.send(message);
      },
      ping(ws: any, data: any) {
        ws.send(`got ping ${data}`);
      },
      pong(ws: any, data: any) {
        ws.send(`got pong ${data}`);
      },
      ...websocket,
    } as any,
  });
  return { server, url: server.url.href.replace("http", "ws") };
}

/** Writes down every event of a client until it closes. */
export function watch(socket: any, opened: (socket: any) => void = () => {}): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ["open", "message", "ping", "pong", "error", "close"]) {
      socket.addEventListener(name, (event: any) => {
        const parts: unknown[] = [" ", name, event.constructor.name];
        if ("data" in event) parts.push(typeof event.data, event.data?.constructor?.name, String(event.data), event.origin);
        if (name === "close") parts.push(event.code, JSON.stringify(event.reason), event.wasClean);
        if (name === "error") parts.push(event.message, event.error?.message === event.message);
        parts.push(socket.readyState, socket.bufferedAmount);
        console.log(parts.join(" ").replaceAll(/:\d{4,5}\b/g, ":<port>"));
        if (name === "open") opened(socket);
        if (name === "close") resolve();
      });
    }
  });
}

export async function open(url: string, options?: any): Promise<any> {
  const socket: any = new WebSocket(url, options);
  await new Promise((resolve) => { socket.onopen = resolve; });
  return socket;
}

export function closed(socket: any): Promise<void> {
  return new Promise((resolve) => {
    socket.onclose = (event: any) => {
      console.log("  closed", event.code, JSON.stringify(event.reason), event.wasClean);
      resolve();
    };
  });
}
