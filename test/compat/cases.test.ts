import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { differences } from "../../compat/differences.js";
import { manifest } from "../../compat/docs/manifest.js";
import { contentKey, findCases, readDirectives, recordFile } from "../../compat/suite/cases.js";
import { readMembers } from "../../compat/suite/declarations.js";
import { wires } from "../../compat/suite/runtimes.js";

describe("readDirectives", () => {
  it("refuses a directive it does not know", () => {
    expect(() => readDirectives("// @compares stderr\n")).toThrow("Unknown directive @compares");
  });

  it("refuses to leave a case out without a reason, or over TCP", () => {
    expect(() => readDirectives("// @off unix\n")).toThrow("@off unix");
    expect(() => readDirectives("// @off tcp — why\n")).toThrow("@off tcp");
    expect(() => readDirectives("// @off udp — why\n")).toThrow("@off udp");
  });

  it("reads where a case stays off, and why", () => {
    const { staysOff } = readDirectives("// @off unix tls — no addresses\n");
    expect([...staysOff]).toEqual([
      ["unix", "no addresses"],
      ["tls", "no addresses"],
    ]);
  });

  it("keeps a difference to the transports it names", () => {
    const source = "// @difference x uws tls\n// @difference y\n";
    expect([...readDirectives(source).differences]).toEqual([
      ["uws", ["y"]],
      ["node", ["y"]],
    ]);
    expect([...readDirectives(source, "tls").differences]).toEqual([
      ["uws", ["x", "y"]],
      ["node", ["y"]],
    ]);
  });

  it("reads the comments at the head only", () => {
    const directives = readDirectives(
      "// @covers Server.stop, Server.url\n// words\n// @compare stderr\n// @limit 3\n// @env A=b=c\n// @difference x uws\nconst a = 1;\n// @covers Server.id",
    );
    expect(directives.covers).toEqual(["Server.stop", "Server.url"]);
    expect(directives.comparesStderr).toBe(true);
    expect(directives.limit).toBe(3000);
    expect(directives.env).toEqual({ A: "b=c" });
    expect([...directives.differences]).toEqual([["uws", ["x"]]]);
  });
});

describe("the cases", () => {
  const cases = findCases();

  it("cover only members that Bun declares", () => {
    const members = readMembers();
    const names = new Set(members.map((member) => member.name));
    const groups = new Set(members.map((member) => member.group));
    const unknown = cases
      .flatMap((one) => one.covers.map((name) => ({ id: one.id, name })))
      .filter(({ name }) => [...groups].some((group) => name.startsWith(`${group}.`)) && !names.has(name));
    expect(unknown).toEqual([]);
  });

  it("name differences that are listed, for that wire, and recorded", () => {
    for (const one of cases)
      for (const [wire, ids] of one.differences)
        for (const id of ids) {
          const listed = differences.find((difference) => difference.id === id);
          expect(listed, `${one.id}: ${id}`).toBeDefined();
          expect(listed?.wires, `${one.id}: ${id}`).toContain(wire);
          expect(existsSync(recordFile(one.file, wire)), `${one.id} on ${wire}`).toBe(true);
        }
  });

  it("show every listed difference", () => {
    const shown = new Set([
      ...cases.flatMap((one) => [...one.differences.values()].flat()),
      ...Object.values(manifest).flatMap((entry) =>
        Object.values(entry.refused ?? {}).map((one) => one.difference),
      ),
    ]);
    expect(differences.map((difference) => difference.id).filter((id) => !shown.has(id))).toEqual([]);
  });

  it("have a key that changes with what they import", () => {
    const [first, second] = cases;
    if (!first || !second) throw new Error("no cases");
    expect(contentKey(first.file, "v1")).toBe(contentKey(first.file, "v1"));
    expect(contentKey(first.file, "v1")).not.toBe(contentKey(first.file, "v2"));
    expect(contentKey(first.file, "v1")).not.toBe(contentKey(second.file, "v1"));
  });
});

describe("wires", () => {
  it("are two", () => {
    expect(wires).toEqual(["uws", "node"]);
  });
});
