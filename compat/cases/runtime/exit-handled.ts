// Handlers of uncaughtException and unhandledRejection keep it alive.
process.on("uncaughtException", (error) => console.log("uncaught", error.message));
process.on("unhandledRejection", (error: any) => console.log("unhandled", error.message));
void Promise.reject(new Error("rejected"));
setTimeout(() => {
  throw new Error("late");
}, 5);
setTimeout(() => console.log("alive"), 50);
