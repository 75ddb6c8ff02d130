import { contentHash } from "../../html/content-hash.js";
import type { Output } from "../../html/output.js";
import { type BundledPage, type BundleResult, PageBundler } from "../../html/page-bundler.js";
import type { ProjectFolder } from "../../html/project.js";
import { Response } from "../../web/response.js";
import type { Exchange } from "../../wire/exchange.js";
import type { Wire } from "../../wire/wire.js";
import { reportError } from "../error-report.js";
import { StaticReply } from "../static.js";
import { failurePage } from "./failure-page.js";
import { liveClient } from "./live-client.js";
import type { Outputs } from "./outputs.js";
import type { Page } from "./page.js";
import { reportBuild, reportProblems } from "./report.js";
import { SourceState } from "./source-state.js";

/** What a live page is now. */
interface Version {
  readonly reply: StaticReply;
  /** Null: it cannot be bundled. */
  readonly page: BundledPage | null;
  /** Whatever can be seen of it, in short. */
  readonly name: string;
  readonly inputs: readonly string[];
  readonly sources: SourceState;
}

/** What a live page is, and was. */
export interface PageUpdate {
  readonly version: string;
  readonly former: string | null;
  /** The paths of the style sheets that changed since, if nothing else did. */
  readonly sheets: readonly string[];
}

/** What a live page is told. */
export interface LivePageSettings {
  /** Absolute path of the HTML file. */
  readonly file: string;
  /** Eight hexadecimal digits, by which browsers call it. */
  readonly id: string;
  readonly console: boolean;
  readonly project: ProjectFolder;
}

/** A page that is bundled when it is asked for, and again when its sources changed. */
export class LivePage implements Page {
  readonly id: string;
  private readonly file: string;
  private readonly client: string;
  private readonly outputs: Outputs;
  private readonly wire: Wire;
  private readonly bundler: PageBundler;
  private readonly builds: (readonly Output[])[] = [];
  private version: Version | null = null;
  /** The version before. */
  private former: Version | null = null;
  private building: Promise<Version> | null = null;

  constructor({ file, id, console, project }: LivePageSettings, outputs: Outputs, wire: Wire) {
    this.file = file;
    this.id = id;
    this.outputs = outputs;
    this.wire = wire;
    this.client = liveClient(id, console);
    const live = { client: this.client, id };
    this.bundler = new PageBundler({ file, production: false, project, live });
  }

  /** Paths of all that it is made of. */
  get inputs(): readonly string[] {
    return this.version?.inputs ?? [this.file];
  }

  send(exchange: Exchange, done: () => void): void {
    if (exchange.method !== "GET" && exchange.method !== "HEAD") {
      exchange.reply(405, ["Allow", "GET, HEAD"], null);
      done();
      return;
    }
    exchange.detach();
    void this.fresh().then(({ reply }) => {
      if (!exchange.aborted) reply.send(exchange);
      done();
    });
  }

  close(): void {
    this.bundler.close();
    for (const outputs of this.builds.splice(0)) this.outputs.drop(outputs);
  }

  /**
   * What it is now; built anew if its sources changed.
   * @param cause the file that did, if one is known
   */
  async update(cause: string | null): Promise<PageUpdate> {
    const { name, page } = await this.fresh(cause);
    const { former } = this;
    return { version: name, former: former?.name ?? null, sheets: changedSheets(former?.page ?? null, page) };
  }

  private fresh(cause: string | null = null): Promise<Version> {
    const { version } = this;
    if (this.building === null && version?.page && !version.sources.changed) return Promise.resolve(version);
    this.building ??= this.build(cause).finally(() => {
      this.building = null;
    });
    return this.building;
  }

  private async build(cause: string | null): Promise<Version> {
    const start = performance.now();
    const since = Date.now();
    let result: BundleResult;
    try {
      result = await this.bundler.build();
    } catch (error) {
      reportError(error);
      const text = error instanceof Error ? error.message : String(error);
      result = { page: null, problems: [{ text, file: this.file, place: null }], inputs: [this.file] };
    }
    const { page } = result;
    const version = page === null ? await this.failed(result, since) : this.built(page, since);
    if (version.name !== this.version?.name) {
      this.former = this.version;
      reportProblems(result.problems ?? []);
    }
    this.version = version;
    const took = performance.now() - start;
    if (page !== null) reportBuild(cause === null ? "Bundled page" : "Reloaded", cause ?? this.file, took);
    return version;
  }

  private built(page: BundledPage, since: number): Version {
    this.outputs.replace(page.outputs, this.builds);
    const parts = [page.hash, ...page.outputs.map(({ hash }) => hash)];
    const { inputs } = page;
    return {
      reply: this.reply(200, page.html),
      page,
      name: parts.join("-"),
      inputs,
      sources: new SourceState(inputs, since),
    };
  }

  private async failed(result: BundleResult, since: number): Promise<Version> {
    const problems = result.problems ?? [];
    const inputs = result.page?.inputs ?? [this.file];
    const html = Buffer.from(failurePage(problems, this.client));
    return {
      reply: this.reply(500, html),
      page: null,
      name: `failed-${await contentHash(html)}`,
      inputs: "inputs" in result ? result.inputs : inputs,
      sources: new SourceState(inputs, since),
    };
  }

  private reply(status: number, html: Buffer): StaticReply {
    const headers = { "content-type": "text/html;charset=utf-8" };
    return new StaticReply(new Response(Uint8Array.from(html), { status, headers }), this.wire, false);
  }
}

/** Empty where anything else changed, too. */
function changedSheets(former: BundledPage | null, page: BundledPage | null): string[] {
  if (former === null || page === null || former.hash !== page.hash) return [];
  const before = new Map(former.outputs.map(({ path, hash }) => [path, hash]));
  const changed = page.outputs.filter(({ path, hash }) => before.get(path) !== hash);
  const onlySheets = changed.every(({ path }) => path.endsWith(".css") && before.has(path));
  return onlySheets ? changed.map(({ path }) => path) : [];
}
