import { browserText } from "./browser-text.js";

/** Where live pages ask for their server, as in Bun. */
export const LIVE_PATH = "/_bun/hmr";

/** What a browser tells: which page it shows, or what that page printed. */
export type ClientMessage =
  | { readonly page: string }
  | { readonly print: "log" | "error"; readonly text: string };

/**
 * What a browser is told. It loads the page again when that has another version than the one it knows, unless
 * only style sheets changed: `sheets`, by path.
 */
export interface ServerMessage {
  readonly version: string;
  readonly sheets: readonly string[];
}

/**
 * The script that live pages begin with.
 * @param page what the server calls the page
 * @param console whether the server wants to know what the page prints
 */
export function liveClient(page: string, console: boolean): string {
  return `${CLIENT}(${JSON.stringify({ page, path: LIVE_PATH, console })}, ${TEXT});`;
}

// Sent as they stand: they must need nothing of this file.
const CLIENT = `(${liveReload.toString()})`;
const TEXT = browserText.toString();

interface ClientSettings {
  readonly page: string;
  readonly path: string;
  readonly console: boolean;
}

function liveReload({ page, path, console: forwards }: ClientSettings, textOf: typeof browserText): void {
  const waiting: string[] = [];
  let version: string | null = null;
  let socket: WebSocket | null = null;

  const send = (message: object): void => {
    const text = JSON.stringify(message);
    if (socket?.readyState === 1) socket.send(text);
    else if (waiting.length < 1000) waiting.push(text);
  };

  const replaceSheet = (changed: string): void => {
    for (const link of document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")) {
      if (new URL(link.href).pathname !== changed) continue;
      const next = document.createElement("link");
      next.rel = "stylesheet";
      next.href = `${changed}?${Date.now()}`;
      // Without either of them the page would flash.
      next.onload = next.onerror = () => link.remove();
      link.after(next);
    }
  };

  const connect = (): void => {
    const opened = new WebSocket(location.origin.replace(/^http/, "ws") + path);
    socket = opened;
    opened.onopen = () => {
      opened.send(JSON.stringify({ page }));
      for (const text of waiting.splice(0)) opened.send(text);
    };
    opened.onmessage = ({ data }) => {
      const told = JSON.parse(String(data));
      if (version !== null && told.version !== version && told.sheets.length === 0) location.reload();
      version = told.version;
      told.sheets.forEach(replaceSheet);
    };
    opened.onclose = () => setTimeout(connect, 500);
  };

  const forward = (name: "log" | "error"): void => {
    const print = console[name];
    console[name] = (...values: unknown[]) => {
      print.apply(console, values);
      send({ print: name, text: textOf(values) });
    };
  };

  if (forwards) {
    forward("log");
    forward("error");
  }
  connect();
}
