/** What a command wrote, and how it ended. */
export class ShellOutput {
  readonly stdout: Buffer;
  readonly stderr: Buffer;
  readonly exitCode: number;

  constructor(stdout: Buffer, stderr: Buffer, exitCode: number) {
    this.stdout = stdout;
    this.stderr = stderr;
    this.exitCode = exitCode;
  }

  text(encoding?: BufferEncoding): string {
    return this.stdout.toString(encoding);
  }

  json(): unknown {
    return JSON.parse(this.text());
  }

  arrayBuffer(): ArrayBuffer {
    return new Uint8Array(this.stdout).buffer;
  }

  bytes(): Uint8Array {
    return new Uint8Array(this.stdout);
  }

  blob(): Blob {
    return new Blob([this.arrayBuffer()]);
  }
}

/** The error for a command that ended with another code than 0. */
export class ShellError extends Error {
  readonly exitCode: number;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
  readonly #output: ShellOutput;

  constructor(output: ShellOutput) {
    super(`Failed with exit code ${output.exitCode}`);
    this.#output = output;
    this.exitCode = output.exitCode;
    this.stdout = output.stdout;
    this.stderr = output.stderr;
    this.name = "ShellError";
  }

  text(encoding?: BufferEncoding): string {
    return this.#output.text(encoding);
  }

  json(): unknown {
    return this.#output.json();
  }

  arrayBuffer(): ArrayBuffer {
    return this.#output.arrayBuffer();
  }

  bytes(): Uint8Array {
    return this.#output.bytes();
  }

  blob(): Blob {
    return this.#output.blob();
  }
}
