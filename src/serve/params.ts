import { inspect } from "node:util";
import { block } from "../web/inspect.js";
import type { Params } from "../web/request.js";

// Bun's parameter objects have no members but the parameters, and this name.
const RequestParams: object = Object.create(Object.create(null), {
  [Symbol.toStringTag]: { value: "RequestParams" },
  [inspect.custom]: {
    value: function (this: Params): string {
      const lines = Object.entries(this).map(([name, value]) => `${name}: ${JSON.stringify(value)},`);
      return `RequestParams ${block(lines)}`;
    },
  },
});

/** `req.params` of a route: names from its pattern, decoded values from the path. */
export function routeParams(names: readonly string[], values: readonly string[]): Params {
  const params: Record<string, string> = Object.create(RequestParams);
  for (let i = 0; i < names.length; i++) params[names[i] ?? ""] = values[i] ?? "";
  return params;
}

/** `req.params` where the pattern has no parameters. */
export const NO_PARAMS: Params = Object.freeze(Object.create(null));
