// Neither does a promise of a configuration.
export default Promise.resolve({ port: 0, fetch: () => new Response("x") });
console.log("ends");
