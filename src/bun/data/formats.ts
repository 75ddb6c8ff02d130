import { JSON5 } from "./json5.js";
import { JSONC } from "./jsonc.js";
import { TOML } from "./toml.js";
import { YAML } from "./yaml.js";

/** Formats of data beside JSON, by the name of their loader in Bun. */
export const DATA_FORMATS = { jsonc: JSONC, json5: JSON5, toml: TOML, yaml: YAML };
