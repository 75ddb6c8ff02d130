// @covers Serve.Options.routes
import { attempt, listen } from "../../client.ts";

const fetch = () => new Response("x");
const serve = (value: any) => {
  Bun.serve({ ...listen(), routes: { "/": value }, fetch }).stop(true);
  return "accepted";
};
const stream = () =>
  new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array([65]));
      controller.close();
    },
  });
await attempt("stream", () => serve(new Response(stream())));
await attempt("stream below a method", () => serve({ GET: new Response(stream()) }));
await attempt("generator", () =>
  serve(
    new Response(
      (async function* () {
        yield "x";
      })() as any,
    ),
  ),
);
await attempt("used", async () => {
  const response = new Response("x");
  await response.text();
  return serve(response);
});
await attempt("body looked at", () => {
  const response = new Response("x");
  response.body;
  return serve(response);
});
await attempt("error", () => serve(Response.error()));
await attempt("twice", async () => {
  const response = new Response("x");
  Bun.serve({ ...listen(), routes: { "/": response, "/b": response } }).stop(true);
  serve(response);
  return `${response.bodyUsed} ${await response.text()}`;
});
await attempt("form", () => {
  const form = new FormData();
  form.set("a", "b");
  return serve(new Response(form));
});
await attempt("empty stream", () =>
  serve(
    new Response(
      new ReadableStream({
        start(controller) {
          controller.close();
        },
      }),
    ),
  ),
);
await attempt("clone", () => {
  const response = new Response("x");
  return serve(response.clone());
});
