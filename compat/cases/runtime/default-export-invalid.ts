// Wrong options end the program.
process.on("exit", (code) => console.log("exit", code));
export default { port: 99_999_999, fetch: () => new Response("x") };
