// @covers BunRequest.params
import { ask, named } from "./_routes.ts";

const texts = ["5", "%6de", "a%20b", "a+b", "a%2Fb", "%E6%97%A5", "%F0%9F%98%80", "%", "%4", "%zz", "%4z", "a%", "a%b", "a%bc", "%ff", "%ff%41", "%41%", "%%41", "%%%", "%E6%97", "%E6%97%A5%", "%ed%a0%80", "%f0%9f%98", "%c0%80", "%00", "%25", "%2", "x%2y%41", "%C3", "%C3A", "%C3%28", "%e2%82x", "%e2%82%41", "%f8%88%80%80%80", "%4%41", "%zz%41", "%u0041", "%f4%90%80%80", "%e6%97%a5%e6", "%EF%BB%BFx", "a;b", "a,b", "%22%5c", "..", "%2e%2e"];
await ask("one", { "/u/:id": named("id") }, texts.map((text) => `/u/${text}`));
await ask("two", { "/u/:a/x/:b": named("ab") }, ["/u/%20/x/%zz", "/u/a%2Fx/x/b", "/u/%ff/x/%41"]);
