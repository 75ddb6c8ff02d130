import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { BuildContext, BuildFailure, BuildOptions, OutputFile } from "esbuild";
import { Assets } from "./assets.js";
import { builtinPlugin } from "./builtin-plugin.js";
import { loadBundler } from "./bundler.js";
import { assetDigits, contentHash, hashedName } from "./content-hash.js";
import { writeDocument } from "./document.js";
import { jsxOptions } from "./jsx.js";
import type { Output } from "./output.js";
import { assetPlugin, inputPlugin, type PageBuild, pagePlugin } from "./page-plugin.js";
import { bridgePlugin } from "./plugin-bridge.js";
import { isFatal, type Problem, problemOf } from "./problem.js";
import { environment, type MapKind, type Project, type ProjectFolder } from "./project.js";
import { LOADERS } from "./references.js";

/** How a page is bundled. */
export interface BundleSettings {
  /** Absolute path of the HTML file. */
  readonly file: string;
  /** Minified, without source maps. */
  readonly production: boolean;
  readonly project: ProjectFolder;
  /** For live reload: paths as Bun's development server has them, and linked style sheets apart. */
  readonly live: LiveSettings | null;
}

/** What the scripts of a live page begin with, and what their names do. */
export interface LiveSettings {
  /** A script without imports. */
  readonly client: string;
  /** Eight hexadecimal digits. */
  readonly id: string;
}

/** A page that can be served. */
export interface BundledPage {
  readonly html: Buffer;
  readonly hash: bigint;
  readonly outputs: readonly Output[];
  /** Absolute paths of all files it was made of. */
  readonly inputs: readonly string[];
}

/** What came of a build. */
export type BundleResult =
  | { readonly page: BundledPage; readonly problems: null }
  | { readonly page: null; readonly problems: readonly Problem[]; readonly inputs: readonly string[] };

/** What Bun leaves in scripts and style sheets, these browsers understand. */
const TARGET = ["es2022", "chrome111", "edge111", "firefox111", "safari16.4"];

/**
 * There is no hot replacement: `import.meta.hot` is undefined, and its calls, unguarded, do nothing. Its data
 * is an object of the page's own.
 */
const NO_HOT_MODULES = {
  "import.meta.hot": "undefined",
  ...Object.fromEntries(
    ["accept", "decline", "dispose", "prune", "invalidate", "on", "off", "send"].map((name) => [
      `import.meta.hot.${name}`,
      "Boolean",
    ]),
  ),
  "import.meta.hot.data": "import.meta",
};

/** Bundles one HTML file, as often as it is asked; what did not change is not read again. */
export class PageBundler {
  private readonly settings: BundleSettings;
  private readonly assets: Assets;
  private readonly state: PageBuild = {
    document: null,
    replacements: [],
    sheets: [],
    inputs: new Set(),
  };
  private context: Promise<BuildContext> | null = null;
  private building = false;
  private closed = false;

  constructor(settings: BundleSettings) {
    this.settings = settings;
    this.assets = new Assets(settings.live !== null);
  }

  /** One at a time. Never rejects for what the user's files are. */
  async build(): Promise<BundleResult> {
    this.building = true;
    try {
      return await this.bundle();
    } catch (error) {
      if (isBuildFailure(error)) return this.failed(error);
      // The bundler's process has ended: the next build starts another one.
      this.context = null;
      throw error;
    } finally {
      this.building = false;
      if (this.closed) this.close();
    }
  }

  /** Gives back what the bundler keeps between builds, after the one under way. */
  close(): void {
    this.closed = true;
    if (this.building) return;
    this.context?.then((context) => context.dispose()).catch(() => {});
    this.context = null;
  }

  private async bundle(): Promise<BundleResult> {
    const { production } = this.settings;
    const { build, context } = await loadBundler();
    const { project, problem } = await this.settings.project.load();
    if (project === null) return { page: null, problems: [problem], inputs: [this.settings.file] };
    const options = this.options(project);
    let result: Awaited<ReturnType<BuildContext["rebuild"]>>;
    if (production || this.closed) {
      result = await build(options);
    } else {
      this.context ??= context(options);
      result = await (await this.context).rebuild();
    }
    const fatal = result.warnings.filter(isFatal);
    if (fatal.length > 0) return this.failed({ errors: fatal });
    const files = result.outputFiles ?? [];
    const script = await this.script(files, this.mapKind(project));
    const sheets = [...(await this.linkedSheets(project)), ...(await this.sheets(files))];
    return { page: await this.page(script, sheets), problems: null };
  }

  private options(project: Project): BuildOptions {
    const { file, live } = this.settings;
    const { assets, state } = this;
    const shared = this.shared(project);
    const page = pagePlugin({
      page: file,
      directory: this.settings.project.path,
      assets,
      callbacks: project.callbacks,
      sheetsApart: live !== null,
      state,
    });
    return {
      ...shared,
      entryPoints: [{ in: file, out: "page" }],
      plugins: [page, ...(shared.plugins ?? [])],
      banner: { js: live?.client ?? "" },
    };
  }

  private shared(project: Project): BuildOptions {
    const { file, production, live } = this.settings;
    const directory = this.settings.project.path;
    const { callbacks } = project;
    const { inputs } = this.state;
    return {
      absWorkingDir: directory,
      outdir: directory,
      write: false,
      bundle: true,
      format: "esm",
      platform: "browser",
      target: TARGET,
      charset: "utf8",
      logLevel: "silent",
      loader: LOADERS,
      minify: live === null ? (project.settings.minify ?? production) : false,
      sourcemap: this.mapKind(project) === "none" ? false : "external",
      define: {
        ...environment(production, project.settings.envPrefix),
        ...NO_HOT_MODULES,
        ...project.settings.define,
      },
      plugins: [
        inputPlugin(inputs),
        ...(callbacks.isEmpty ? [] : [bridgePlugin(callbacks, file, directory)]),
        builtinPlugin(),
        assetPlugin(this.assets, callbacks),
      ],
      ...jsxOptions(file, production),
    };
  }

  private mapKind({ settings }: Project): MapKind {
    const { production, live } = this.settings;
    if (live !== null) return "linked";
    return settings.sourcemap ?? (production ? "none" : "linked");
  }

  private async script(files: readonly OutputFile[], mapKind: MapKind): Promise<Output[]> {
    const { file, live } = this.settings;
    const built = files.find(({ path }) => path.endsWith(".js"));
    const code = built?.contents ?? new Uint8Array(0);
    const hash = await contentHash(code);
    const path =
      live === null
        ? `/${hashedName("chunk.js", hash)}`
        : `/_bun/client/${basename(file, extname(file))}-${live.id}${assetDigits(hash).slice(0, 8)}.js`;
    const map = files.find((one) => one.path.endsWith(".js.map"));
    if (map === undefined) return [{ path, bytes: code, type: JAVASCRIPT, hash }];
    const sourceMap = `${path}.map`;
    const linked = (url: string): Buffer =>
      Buffer.concat([code, Buffer.from(`\n//# sourceMappingURL=${url}\n`)]);
    if (mapKind === "inline") {
      const url = `data:application/json;base64,${Buffer.from(map.contents).toString("base64")}`;
      return [{ path, bytes: linked(url), type: JAVASCRIPT, hash }];
    }
    const bytes = mapKind === "linked" ? linked(encodeURI(sourceMap)) : code;
    return [
      { path, bytes, type: JAVASCRIPT, hash, sourceMap },
      { path: sourceMap, bytes: map.contents, type: JSON_TYPE, hash: await contentHash(map.contents) },
    ];
  }

  private sheets(files: readonly OutputFile[]): Promise<Output[]> {
    return Promise.all(
      files
        .filter(({ path }) => path.endsWith(".css"))
        .map(async ({ contents }) => this.sheet(contents, this.settings.file)),
    );
  }

  /** @param source path of the file that it is made of: what a live style sheet is called by */
  private async sheet(bytes: Uint8Array, source: string): Promise<Output> {
    const hash = await contentHash(bytes);
    const path =
      this.settings.live === null
        ? `/${hashedName("chunk.css", hash)}`
        : `/_bun/asset/${assetDigits(await contentHash(Buffer.from(source)))}.css`;
    return { path, bytes, type: CSS, hash };
  }

  private async linkedSheets(project: Project): Promise<Output[]> {
    const sources = [...new Set(this.state.sheets)];
    if (sources.length === 0) return [];
    const { build } = await loadBundler();
    const { outputFiles = [], warnings } = await build({
      ...this.shared(project),
      sourcemap: false,
      entryPoints: sources.map((source, index) => ({ in: source, out: `sheet${index}` })),
    });
    const fatal = warnings.filter(isFatal);
    if (fatal.length > 0)
      throw Object.assign(new Error("The style sheets have errors"), { errors: fatal, warnings });
    return Promise.all(
      sources.map((source, index) => {
        const built = outputFiles.find(({ path }) => basename(path) === `sheet${index}.css`);
        return this.sheet(built?.contents ?? new Uint8Array(0), source);
      }),
    );
  }

  private async page(script: readonly Output[], sheets: readonly Output[]): Promise<BundledPage> {
    const { file, live } = this.settings;
    const { document, replacements, inputs } = this.state;
    const crossorigin = live === null ? " crossorigin" : "";
    const tags = sheets.map(({ path }) => `<link rel="stylesheet"${crossorigin} href="${path}">`);
    const mark = live === null ? "" : " data-bun-dev-server-script";
    const [main] = script;
    if (main !== undefined) {
      const src = main.path.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
      tags.push(`<script type="module" crossorigin src="${src}"${mark}></script>`);
    }
    const text =
      document === null ? await readFile(file, "utf8") : writeDocument(document, replacements, tags.join(""));
    const html = Buffer.from(text);
    const outputs = [...script, ...sheets, ...this.assets.all];
    return {
      html,
      hash: await contentHash(html),
      outputs,
      inputs: [...new Set([...inputs, ...this.assets.files])],
    };
  }

  private failed({ errors }: Pick<BuildFailure, "errors">): BundleResult {
    const problems = errors.map((message) =>
      problemOf(message, this.settings.project.path, this.settings.file),
    );
    return { page: null, problems, inputs: [...this.state.inputs] };
  }
}

const JAVASCRIPT = "text/javascript;charset=utf-8";
const CSS = "text/css;charset=utf-8";
const JSON_TYPE = "application/json;charset=utf-8";

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && "errors" in error && Array.isArray(error.errors);
}
