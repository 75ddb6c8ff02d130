// @covers Bun.spawn
if (process.argv[2] === "child") {
  process.on("message", (message) => {
    if (message === "end") process.disconnect();
    else process.send?.({ echo: message });
  });
  process.send?.("ready");
} else {
  const { promise: gone, resolve } = (() => {
    let resolve = () => {};
    return { promise: new Promise<void>((done) => { resolve = done; }), resolve: () => resolve() };
  })();
  const child = Bun.spawn([process.execPath, import.meta.path, "child"], {
    serialization: "json",
    stdout: "inherit",
    ipc(message: any, same) {
      console.log(JSON.stringify(message), same === child, child.connected);
      if (message === "ready") child.send({ a: [1] });
      else child.send("end");
    },
    onDisconnect: () => resolve(),
  });
  await gone;
  console.log(await child.exited, child.connected);
  child.disconnect();
}
