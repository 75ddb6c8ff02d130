import { basename, dirname } from "node:path";
import type { Output } from "../../html/output.js";
import { type BundleResult, PageBundler } from "../../html/page-bundler.js";
import type { ProjectFolder } from "../../html/project.js";
import type { Exchange } from "../../wire/exchange.js";
import { reportError } from "../error-report.js";
import type { StaticReply } from "../static.js";
import { type Outputs, PAGE_TYPE } from "./outputs.js";
import type { Page } from "./page.js";
import { reportBundle, reportProblems } from "./report.js";

/** Bun's reply for a page that cannot be bundled. */
const FAILED = "500 Build Failed\r\nContent-Length: 0";

/** A page without live reload: bundled at its first request; in development at every one. */
export class BundledPageRoute implements Page {
  private readonly file: string;
  private readonly production: boolean;
  private readonly outputs: Outputs;
  /** Where it is served beside its routes: as in Bun a file in the folder in which the program was started. */
  private readonly path: string;
  private readonly bundler: PageBundler;
  private readonly builds: (readonly Output[])[] = [];
  /** The build under way; in production the one that there is. */
  private building: Promise<StaticReply | null> | null = null;
  /** Whether nothing that is asked for again would be another: in production, unless the bundler itself failed. */
  private final = false;
  /** In production, once it is there. */
  private reply: StaticReply | null = null;

  constructor(file: string, production: boolean, project: ProjectFolder, outputs: Outputs) {
    this.file = file;
    this.production = production;
    this.outputs = outputs;
    this.path = dirname(file) === process.cwd() ? `/${basename(file)}` : "";
    this.bundler = new PageBundler({ file, production, project, live: null });
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
    const html: Output = { path: this.path, bytes: page.html, type: PAGE_TYPE, hash: page.hash };
    this.outputs.replace([...page.outputs, ...(this.path === "" ? [] : [html])], this.builds);
    const reply = this.outputs.reply(html);
    if (this.production) this.reply = reply;
    else reportBundle(this.file, page, performance.now() - start);
    return reply;
  }
}
