import { heldContext } from "../async/context.js";

type Step = "start" | "pull" | "cancel";

const STEPS: readonly Step[] = ["start", "pull", "cancel"];
const OPTIONS = ["type", "autoAllocateChunkSize"];

/**
 * The source of a stream, whose `steps` run in the async context of now, as in Bun. Where nothing is stored
 * there, it is the source itself: whoever reads lends it his own.
 */
export function bindSource<S extends object>(source: S, steps: readonly Step[]): S {
  const context = heldContext();
  if (context === null) return source;
  const bound: PropertyDescriptorMap = {};
  for (const name of OPTIONS) bound[name] = { value: Reflect.get(source, name) };
  for (const step of STEPS) {
    const method: unknown = Reflect.get(source, step);
    bound[step] = { value: method };
    if (typeof method !== "function") continue;
    const call = (...given: unknown[]): unknown => Reflect.apply(method, source, given);
    const here = steps.includes(step);
    bound[step] = { value: here ? context.runInAsyncScope.bind(context, call, undefined) : call };
  }
  return Object.create(source, bound);
}
