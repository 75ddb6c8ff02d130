// @covers Bun.Cookie
// @covers Bun.CookieMap
console.log(new Bun.Cookie("a", "b"));
console.log(
  new Bun.Cookie("a", "b", { maxAge: 5, expires: 3, domain: "q.w", secure: true, sameSite: "none" }),
);
console.log(new Bun.CookieMap("a=b; c=d"));
console.log(new Bun.CookieMap());
console.log(String(new Bun.Cookie("a", "b")), JSON.stringify(new Bun.CookieMap("a=b")));
