/** An error of ours about the user's code: where in bunshim it was made says nothing to anybody. */
export function withoutFrames<Failure extends Error>(error: Failure): Failure {
  error.stack = headline(error);
  return error;
}

/** First line of a stack. */
export function headline({ name, message }: Error): string {
  return `${name}: ${message}`;
}
