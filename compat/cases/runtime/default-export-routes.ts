// Routes alone do not start a server.
export default { port: 0, routes: { "/": new Response("root") } };
console.log("ends");
