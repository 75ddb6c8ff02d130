import { bundleETag } from "../../html/content-hash.js";
import type { Output } from "../../html/output.js";
import { type BundledPage, type BundleResult, PageBundler } from "../../html/page-bundler.js";
import { Response } from "../../web/response.js";
import type { Exchange } from "../../wire/exchange.js";
import type { Wire } from "../../wire/wire.js";
import { reportError } from "../error-report.js";
import { StaticReply } from "../static.js";
import type { Outputs } from "./outputs.js";
import type { Page } from "./page.js";
import { reportBundle, reportProblems } from "./report.js";

/** Bun's reply for a page that cannot be bundled. */
const FAILED = "500 Build Failed\r\nContent-Length: 0";

/** A page without live reload: bundled at its first request; in development at every one. */
export class BundledPageRoute implements Page {
  private readonly file: string;
  private readonly production: boolean;
  private readonly outputs: Outputs;
  private readonly wire: Wire;
  private readonly bundler: PageBundler;
  private readonly builds: (readonly Output[])[] = [];
  /** The build under way; in production the one that there is. */
  private building: Promise<StaticReply | null> | null = null;
  /** Whether nothing that is asked for again would be another: in production, unless the bundler itself failed. */
  private final = false;
  /** In production, once it is there. */
  private reply: StaticReply | null = null;

  constructor(file: string, production: boolean, outputs: Outputs, wire: Wire) {
    this.file = file;
    this.production = production;
    this.outputs = outputs;
    this.wire = wire;
    this.bundler = new PageBundler({ file, production, live: null });
  }

  send(exchange: Exchange, done: () => void): void {
    if (this.reply !== null) {
      this.reply.send(exchange);
      done();
      return;
    }
    exchange.detach();
    void this.ready().then((reply) => {
      if (!exchange.aborted) {
        if (reply === null) exchange.refuse(FAILED);
        else reply.send(exchange);
      }
      done();
    });
  }

  close(): void {
    this.bundler.close();
    for (const outputs of this.builds.splice(0)) this.outputs.drop(outputs);
  }

  private ready(): Promise<StaticReply | null> {
    this.building ??= this.build().finally(() => {
      if (!this.final) this.building = null;
    });
    return this.building;
  }

  /** Null where the page cannot be bundled. */
  private async build(): Promise<StaticReply | null> {
    const start = performance.now();
    let result: BundleResult;
    try {
      result = await this.bundler.build();
    } catch (error) {
      reportError(error);
      return null;
    }
    this.final = this.production;
    const { page, problems } = result;
    if (page === null) {
      reportProblems(problems ?? []);
      return null;
    }
    this.outputs.replace(page.outputs, this.builds);
    const reply = this.replyOf(page);
    if (this.production) this.reply = reply;
    else reportBundle(this.file, page, performance.now() - start);
    return reply;
  }

  private replyOf(page: BundledPage): StaticReply {
    const fields: Record<string, string> = { "content-type": HTML, etag: bundleETag(page.hash) };
    // Its name stays when its content changes, unlike those of all that it loads.
    if (this.production) fields["cache-control"] = "no-cache";
    const response = new Response(Uint8Array.from(page.html), { headers: fields });
    return new StaticReply(response, this.wire, this.production);
  }
}

const HTML = "text/html;charset=utf-8";
