import { sleep } from "bun";
import * as bun from "bun";
export const names = () => [sleep.name, bun.sleep.name].join();
