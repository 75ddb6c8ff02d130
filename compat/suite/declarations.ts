import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { root } from "./runtimes.js";

/** A member of Bun's declarations: what the compatibility table has a row for. */
export interface Member {
  /** `Serve.Options.port`, `Server.stop`, `WebSocketHandler.open` … */
  name: string;
  /** The table it belongs to. */
  group: string;
}

/** The declarations read, and the name their members get in the table. */
const sources: { file: string; declarations: Record<string, string> }[] = [
  {
    file: "serve.d.ts",
    declarations: {
      BaseServeOptions: "Serve.Options",
      HostnamePortServeOptions: "Serve.Options",
      UnixServeOptions: "Serve.Options",
      FetchOrRoutes: "Serve.Options",
      FetchOrRoutesWithWebSocket: "Serve.Options",
      DirectoryRouteOptions: "Serve.DirectoryRouteOptions",
      Development: "Serve.Development",
      Server: "Server",
      WebSocketHandler: "WebSocketHandler",
      ServerWebSocket: "ServerWebSocket",
      BunRequest: "BunRequest",
    },
  },
  { file: "bun.d.ts", declarations: { TLSOptions: "TLSOptions" } },
];

/** The order of the tables. */
const groups = [
  "Serve.Options",
  "Serve.Development",
  "Serve.DirectoryRouteOptions",
  "Server",
  "BunRequest",
  "WebSocketHandler",
  "ServerWebSocket",
  "TLSOptions",
  "Bun",
];

/** Every member of the serving part of `bun-types`, table by table, without repeats. */
export function readMembers(): Member[] {
  const members = moduleMembers();
  const known = new Set(members.map((member) => member.name));
  for (const { file, declarations } of sources) {
    const text = readFileSync(path.join(root, "node_modules/bun-types", file), "utf8");
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) {
        const group = declarations[node.name.text];
        if (group !== undefined)
          for (const member of membersOf(node, source)) {
            const name = `${group}.${member}`;
            if (known.has(name)) continue;
            known.add(name);
            members.push({ name, group });
          }
        return;
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return members.concat(disposable()).sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group));
}

/** The values which the module "bun" exports, in any file of the types: `Bun.serve`, `Bun.file` … */
function moduleMembers(): Member[] {
  const folder = path.join(root, "node_modules/bun-types");
  const names = new Set<string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".d.ts"))) {
    const source = ts.createSourceFile(
      file,
      readFileSync(path.join(folder, file), "utf8"),
      ts.ScriptTarget.Latest,
    );
    for (const statement of source.statements)
      if (ts.isModuleDeclaration(statement) && statement.name.text === "bun" && statement.body)
        for (const name of valuesOf(statement.body)) names.add(name);
  }
  return [...names].sort().map((name) => ({ name: `Bun.${name}`, group: "Bun" }));
}

function valuesOf(body: ts.ModuleBody | ts.JSDocNamespaceBody): string[] {
  if (!ts.isModuleBlock(body)) return [];
  return body.statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) =>
        ts.isIdentifier(name) ? [name.text] : [],
      );
    if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name)
      return [statement.name.text];
    // A namespace is a value when it holds one: `Bun.semver`, but not `Bun.Serve`.
    if (ts.isModuleDeclaration(statement) && statement.body && valuesOf(statement.body).length > 0)
      return [statement.name.text];
    return [];
  });
}

/** `Server extends Disposable`, which is TypeScript's own declaration. */
function disposable(): Member[] {
  return [{ name: "Server.[Symbol.dispose]", group: "Server" }];
}

/** The names of the properties and methods below a declaration, but not those of nested object types. */
function membersOf(
  declaration: ts.InterfaceDeclaration | ts.TypeAliasDeclaration,
  source: ts.SourceFile,
): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node) || ts.isMethodSignature(node)) names.push(node.name.getText(source));
    else if (!ts.isTypeParameterDeclaration(node)) ts.forEachChild(node, visit);
  };
  ts.forEachChild(declaration, visit);
  return names;
}
