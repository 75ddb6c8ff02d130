/** 1,000 routes, a parameter in every second one. */
const routes: Record<string, () => Response> = {};
for (let index = 0; index < 1000; index++) {
  const path = index % 2 === 0 ? `/area-${index}/list` : `/area-${index}/:id`;
  routes[path] = () => new Response("Hello, world!");
}
const server = Bun.serve({ port: 0, routes });
console.log(server.port);
