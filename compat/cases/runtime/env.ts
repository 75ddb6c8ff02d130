// @env FROM_OUTSIDE=yes
// The environment has one home.
console.log(process.env.FROM_OUTSIDE, Bun.env.FROM_OUTSIDE, import.meta.env.FROM_OUTSIDE);
Bun.env.SET_HERE = "1";
console.log(process.env.SET_HERE, "SET_HERE" in Bun.env, delete process.env.SET_HERE, Bun.env.SET_HERE);
console.log(process.env.NODE_ENV, Bun.env === process.env);
