import { describe, expect, it } from "vitest";
import { mask } from "../../compat/suite/mask.js";

describe("mask", () => {
  it("leaves alone what must be compared", () => {
    const text = 'HTTP/1.1 200 OK\nContent-Length: 12345\netag: "57654e22f582c7f3"\nid: 47343';
    expect(mask(text)).toBe(text);
  });

  it("takes out dates, ports of local addresses and boundaries", () => {
    expect(mask("Date: Fri, 20 Nov 2026 04:14:40 GMT")).toBe("Date: <date>");
    expect(mask('{"at":"2026-11-20T04:14:40.123Z"}')).toBe('{"at":"<date>"}');
    expect(mask("http://localhost:54321/a [::1]:54321")).toBe("http://localhost:<port>/a [::1]:<port>");
    expect(mask("boundary=----WebkitFormBoundary0123abcdef")).toBe("boundary=<boundary>");
  });

  it("names folders instead of showing them", () => {
    expect(mask("at /tmp/compat-x1/a.ts", { cwd: "/tmp/compat-x1" })).toBe("at <cwd>/a.ts");
  });
});
