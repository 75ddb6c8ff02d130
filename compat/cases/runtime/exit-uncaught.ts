// An error that nobody catches ends the program with 1.
process.on("exit", (code) => console.log("exit", code));
setTimeout(() => console.log("not reached"), 50);
throw new TypeError("top level");
