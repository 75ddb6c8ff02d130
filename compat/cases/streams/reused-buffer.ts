// @covers Response
// A source may write the next piece into the buffer of the last one.
import { framing } from "./_framing.ts";
await framing({
  small: () => (async function* () { const b = new Uint8Array([65]); for (let i = 0; i < 4; i++) { yield b; b[0]!++; } })(),
  large: () => (async function* () { const b = new Uint8Array(300); for (let i = 0; i < 4; i++) { b.fill(65 + i); yield b; } })(),
  veryLarge: () => (async function* () { const b = new Uint8Array(20_000); for (let i = 0; i < 4; i++) { b.fill(65 + i); yield b; } })(),
});
