// And a rejection without handler.
void Promise.reject(new Error("rejected"));
setTimeout(() => console.log("not reached"), 200);
