import { createHash, randomBytes } from "node:crypto";
import { ProjectFolder } from "../../html/project.js";
import type { Exchange } from "../../wire/exchange.js";
import type { Wire } from "../../wire/wire.js";
import { reportError } from "../error-report.js";
import { checkHandshake } from "../websocket/handshake.js";
import { BundledPageRoute } from "./bundled-page.js";
import { LIVE_PATH } from "./live-client.js";
import { LivePage } from "./live-page.js";
import { LiveSocket, type LiveSocketOwner } from "./live-socket.js";
import { isOnThisMachine, originRefusalOf, refusalOf } from "./local-only.js";
import { Outputs } from "./outputs.js";
import type { Page } from "./page.js";
import type { PageSettings } from "./page-settings.js";
import { SourceWatch } from "./source-watch.js";

const WORKSPACE_PATH = "/.well-known/appspecific/com.chrome.devtools.json";

/** The imported HTML files of a server, the files that they load, and the browsers that show them. */
export class Pages implements LiveSocketOwner {
  readonly settings: PageSettings;
  private readonly wire: Wire;
  private readonly hostname: string | undefined;
  private readonly outputs: Outputs;
  private readonly project = new ProjectFolder(process.cwd());
  private readonly pages = new Map<string, Page>();
  private readonly livePages: LivePage[] = [];
  private readonly sockets = new Map<LiveSocket, Shown | null>();
  private readonly watch = new SourceWatch((files) => {
    this.changed(files).catch(reportError);
  });
  /** A server that was started again is another one. */
  private readonly start = randomBytes(4).toString("hex");

  constructor(settings: PageSettings, hostname: string | undefined, wire: Wire) {
    this.settings = settings;
    this.wire = wire;
    this.hostname = hostname;
    const { production, live } = settings;
    this.outputs = new Outputs(wire, live ? "live" : production ? "production" : "development");
  }

  /** The page of an HTML file. @param file absolute path */
  page(file: string): Page {
    let page = this.pages.get(file);
    if (page === undefined) this.pages.set(file, (page = this.create(file)));
    return page;
  }

  /** Answers what belongs to the pages rather than to the program's routes. @returns whether it did */
  take(exchange: Exchange): boolean {
    const { path, method } = exchange;
    if (!this.settings.live) {
      const reply = this.outputs.find(path);
      reply?.send(exchange);
      return reply !== undefined;
    }
    if (!path.startsWith("/_bun") && path !== WORKSPACE_PATH) return false;
    if (path === "/_bun") return this.refused(exchange) || this.notFound(exchange);
    if (method !== "GET") return false;
    if (path === LIVE_PATH) return this.upgrade(exchange);
    if (path === WORKSPACE_PATH) return this.workspace(exchange);
    if (!/^\/_bun\/(?:asset|client)\//.test(path)) return false;
    if (this.refused(exchange)) return true;
    const reply = this.outputs.find(path);
    if (reply === undefined) return this.notFound(exchange);
    reply.send(exchange);
    return true;
  }

  /** Sends a page. @param done called once when nothing more happens */
  send(page: Page, exchange: Exchange, done: () => void): void {
    if (this.settings.live && this.refused(exchange)) done();
    else page.send(exchange, done);
  }

  /** The server takes no more connections: it does not wait for browsers that only listen. */
  stop(): void {
    this.watch.close();
    for (const socket of [...this.sockets.keys()]) socket.end();
  }

  /** After the last request. */
  close(): void {
    this.stop();
    for (const page of this.pages.values()) page.close();
  }

  shows(socket: LiveSocket, id: string): void {
    const page = this.livePages.find((one) => one.id === id);
    if (page === undefined) return;
    page.update(null).then(({ version }) => {
      if (!this.sockets.has(socket)) return;
      this.sockets.set(socket, { page, version });
      this.follow();
      this.tell(socket, version, []);
    }, reportError);
  }

  printed(kind: "log" | "error", text: string): void {
    if (!this.settings.console) return;
    // A page must not move the cursor of a terminal.
    const shown = text.replace(/[^\P{Cc}\n\t]/gu, "");
    process[kind === "log" ? "stdout" : "stderr"].write(`[browser] ${shown}\n`);
  }

  left(socket: LiveSocket): void {
    this.sockets.delete(socket);
    this.follow();
  }

  private create(file: string): Page {
    const { production, live, console } = this.settings;
    const { project } = this;
    if (!live) return new BundledPageRoute(file, production, project, this.outputs);
    const number = Buffer.alloc(4);
    number.writeUInt32LE(this.livePages.length);
    const page = new LivePage(
      { file, id: number.toString("hex"), console, project },
      this.outputs,
      this.wire,
    );
    this.livePages.push(page);
    return page;
  }

  private refused(exchange: Exchange): boolean {
    const refusal = refusalOf(exchange, this.hostname);
    if (refusal !== null) exchange.reply(403, [], refusal);
    return refusal !== null;
  }

  private notFound(exchange: Exchange): true {
    exchange.reply(404, [], "Not Found");
    return true;
  }

  private upgrade(exchange: Exchange): boolean {
    if (checkHandshake(exchange) !== "valid") return false;
    const refusal = refusalOf(exchange, this.hostname) ?? originRefusalOf(exchange, this.hostname);
    if (refusal !== null) {
      exchange.reply(403, [], refusal);
      return true;
    }
    const socket = new LiveSocket(this);
    this.sockets.set(socket, null);
    if (exchange.upgrade(socket, [], "")) return true;
    this.sockets.delete(socket);
    return false;
  }

  private workspace(exchange: Exchange): boolean {
    if (!this.settings.workspace || !isOnThisMachine(exchange)) return false;
    if (refusalOf(exchange, this.hostname) !== null) return false;
    const root = process.cwd();
    const digits = createHash("sha256").update(root).digest("hex");
    const uuid = digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-4$3-8$4-$5");
    const text = `{ "workspace": { "root": ${JSON.stringify(root)}, "uuid": "${uuid}" } }`;
    exchange.reply(200, ["content-type", "application/json"], text);
    return true;
  }

  /** Watches what the open pages are made of; nothing where none is open. */
  private follow(): void {
    this.watch.cover([...this.openPages()].flatMap((page) => page.inputs));
  }

  private openPages(): Set<LivePage> {
    return new Set([...this.sockets.values()].flatMap((shown) => (shown === null ? [] : [shown.page])));
  }

  private async changed(files: readonly string[]): Promise<void> {
    for (const page of this.openPages()) {
      const cause = files.find((file) => page.inputs.includes(file)) ?? files[0] ?? null;
      const { version, former, sheets } = await page.update(cause);
      for (const [socket, shown] of this.sockets) {
        if (shown?.page !== page || shown.version === version) continue;
        this.tell(socket, version, shown.version === former ? sheets : []);
        this.sockets.set(socket, { page, version });
      }
    }
    this.follow();
  }

  private tell(socket: LiveSocket, version: string, sheets: readonly string[]): void {
    socket.tell({ version: this.start + version, sheets });
  }
}

/** What a browser shows. */
interface Shown {
  readonly page: LivePage;
  readonly version: string;
}
