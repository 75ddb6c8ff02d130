import { received as receivedText } from "../../bun/argument-error.js";
import { invalidOption } from "../errors.js";
import { asText } from "./message.js";

/** What follows `Received ` in argument errors of sockets. */
export function received(value: unknown): string {
  return receivedText(value);
}

/**
 * The name of a topic.
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for anything but a string
 * @throws {Error} for an empty one
 */
export function checkTopic(method: string, topic: unknown): string {
  const name = asText(topic);
  if (name === null) {
    throw invalidOption(`The "topic" argument must be of type string. Received ${received(topic)}`);
  }
  if (name === "") throw new Error(`${method} requires a non-empty topic name`);
  return name;
}
