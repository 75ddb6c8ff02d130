/** Empties a terminal, its lines above included, before a new version of the program begins to print. */
export function clearScreen(wanted: boolean): void {
  if (wanted && process.stdout.isTTY) process.stdout.write("\x1b[2J\x1b[3J\x1b[H");
}
