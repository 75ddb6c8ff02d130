import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeFormData } from "../../src/web/form-data.js";
import { Response } from "../../src/web/response.js";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("decodeFormData", () => {
  it("refuses content of another kind", () => {
    for (const type of ["", "text/plain", "multipart/form-data", "multipart/form-data; boundary="]) {
      expect(() => decodeFormData(bytes("a=b"), type)).toThrow(/incorrect MIME type\/boundary/);
    }
  });

  it("refuses forms that do not end", () => {
    expect(() => decodeFormData(bytes("--X\r\n"), "multipart/form-data; boundary=X")).toThrow(
      "FormData parse error missing final boundary",
    );
  });

  it("never does anything but parse or refuse", () => {
    const piece = fc.constantFrom(
      "--X",
      "--",
      "\r\n",
      "\r\n\r\n",
      'Content-Disposition: form-data; name="a"',
      '; filename="',
      '"',
      ":",
      "x",
      "=",
      ";",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        try {
          decodeFormData(bytes(pieces.join("")), "multipart/form-data; boundary=X");
        } catch (error) {
          expect(error).toMatchObject({ code: "ERR_FORMDATA_PARSE_ERROR" });
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("encodeFormData", () => {
  it("is read back as it was", async () => {
    const text = fc.string({ unit: "grapheme" }).map((value) => value.replace(/\r\n?|\n/g, "\r\n"));
    const name = fc.string({ unit: fc.constantFrom(..."abé日 ;="), minLength: 1 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(name, text), { maxLength: 5 }),
        fc.uint8Array(),
        async (fields, file) => {
          const form = new FormData();
          for (const [field, value] of fields) form.append(field, value);
          form.append("file", new File([file.slice()], "f.bin"));
          const expected = [...form].filter(([, value]) => typeof value === "string");
          const back = await new Response(form).formData();
          expect([...back].filter(([, value]) => typeof value === "string")).toEqual(expected);
          const returned = back.get("file");
          expect(returned instanceof File && [...new Uint8Array(await returned.arrayBuffer())]).toEqual([
            ...file,
          ]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
