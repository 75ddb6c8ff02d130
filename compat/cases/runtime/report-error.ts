// @covers reportError
// The error is printed, the program goes on, and ends with 1.
console.log(typeof reportError, reportError.length, reportError(new Error("reported")), reportError("text"));
const hear = (error: Error): void => console.log("heard", error.message);
process.on("uncaughtException", hear);
reportError(new Error("to a listener"));
process.off("uncaughtException", hear);
process.on("exit", (code) => console.log("exit", code));
