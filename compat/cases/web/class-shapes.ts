// @covers Response, Request, Headers
for (const one of [Headers, Response, Request] as any[]) {
  const own = Object.getOwnPropertyNames(one.prototype).filter((name) => !["keepalive", "duplex", "isHistoryNavigation", "isReloadNavigation"].includes(name)).sort();
  console.log(one.name, one.length, JSON.stringify(own));
  for (const name of own) {
    const member = Object.getOwnPropertyDescriptor(one.prototype, name)!;
    console.log(name, member.enumerable, typeof member.value, member.value?.length, typeof member.get, typeof member.set);
  }
}
console.log(Response, Request, Headers);
for (const one of [new Response("x"), new Request("http://a"), new Headers()] as any[]) console.log(one.constructor.name, Object.prototype.toString.call(one), String(one), JSON.stringify(Object.keys(one)), JSON.stringify(one), one instanceof one.constructor, Object.isExtensible(one));
