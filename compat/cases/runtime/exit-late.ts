// So does a late one.
process.on("exit", (code) => console.log("exit", code));
setTimeout(() => {
  throw new Error("late");
}, 5);
setTimeout(() => console.log("not reached"), 50);
