// Files of data as modules.
import * as commented from "./_data/other.jsonc";
import config, { server, title } from "./_data/config.toml";
import settings from "./_data/settings" with { type: "toml" };
import source from "./_data/config.jsonc" with { type: "text" };

console.log(config, title, server.port);
console.log(commented, commented.default);
console.log(settings);
console.log(JSON.stringify(source));
console.log((await import("./_data/other.jsonc")).default.list);
