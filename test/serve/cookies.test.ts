import { describe, expect, it } from "vitest";
import { file } from "../../src/bun/file.js";
import { Response } from "../../src/web/response.js";
import { start, wireNames } from "./servers.js";

describe.each(wireNames)("req.cookies on the %s wire", (wire) => {
  async function cookiesOf(respond: () => Response | Promise<Response>): Promise<string[]> {
    const server = start(wire, {
      routes: {
        "/": (request) => {
          request.cookies.set("set", "é");
          request.cookies.delete("gone");
          return respond();
        },
      },
      error: () => new Response("error"),
    });
    return (await fetch(server.url)).headers.getSetCookie();
  }
  const changes = [
    "set=%C3%A9; Path=/; SameSite=Lax",
    "gone=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; SameSite=Lax",
  ];

  it("applies changes to every kind of reply", async () => {
    expect(await cookiesOf(() => new Response("text"))).toEqual(changes);
    expect(await cookiesOf(() => new Response(null, { status: 204 }))).toEqual(changes);
    expect(await cookiesOf(() => new Response(file("package.json")))).toEqual(changes);
    expect(await cookiesOf(() => new Response(new Blob(["x"]).stream()))).toEqual(changes);
    expect(await cookiesOf(async () => new Response("later"))).toEqual(changes);
    expect(
      await cookiesOf(() => {
        throw new Error("boom");
      }),
    ).toEqual(changes);
  });

  it("comes after the cookies that the Response sets itself", async () => {
    const own = () => new Response("x", { headers: { "set-cookie": "own=1" } });
    expect(await cookiesOf(own)).toEqual(["own=1", ...changes]);
  });

  it("reads what the client sent, after a pause, too", async () => {
    const server = start(wire, {
      routes: {
        "/": async (request) => {
          await new Promise((resolve) => setTimeout(resolve, 1));
          return Response.json([...request.cookies]);
        },
      },
    });
    const reply = await fetch(server.url, { headers: { cookie: "a=1; b=%20; c" } });
    expect(await reply.json()).toEqual([
      ["a", "1"],
      ["b", " "],
    ]);
  });

  it("changes nothing for the next request", async () => {
    const server = start(wire, {
      routes: {
        "/": (request) => {
          if (request.url.endsWith("?set")) request.cookies.set("a", "1");
          return Response.json([...request.cookies]);
        },
      },
    });
    const set = await fetch(new URL("/?set", server.url));
    const plain = await fetch(server.url);
    expect([set.headers.getSetCookie().length, plain.headers.getSetCookie().length]).toEqual([1, 0]);
    expect(await plain.json()).toEqual([]);
  });
});
