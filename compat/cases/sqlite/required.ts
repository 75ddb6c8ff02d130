// @covers Database
import { show } from "./_print.ts";

const required = require("bun:sqlite");
const imported = await import("bun:sqlite");
show(required.Database === imported.Database, imported.default === imported.Database);
show(new required.Database(":memory:").query("SELECT 'hi' AS a").get());
show(Object.keys(required).sort().join(), required.constants.SQLITE_OPEN_CREATE);
