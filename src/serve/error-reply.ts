import type { Exchange } from "../wire/exchange.js";
import { errorPage } from "./error-page.js";
import { reportError, reportFailedRequest, reportResult, reportStreamError } from "./error-report.js";

const PLAIN = ["content-type", "text/plain"];
const PAGE = ["content-type", "text/html;charset=utf-8"];
const TEXT = ["content-type", "text/plain;charset=utf-8"];

/** Bun's reply to what a handler threw and no `error` handler answered; the error is printed. */
export function replyToError(exchange: Exchange, error: unknown, development: boolean): void {
  reportError(error);
  if (development) {
    reportFailedRequest(exchange.method, exchange.target);
    exchange.reply(500, PAGE, errorPage(exchange.method, exchange.path, error));
  } else exchange.reply(500, PLAIN, "Something went wrong!");
}

/** Bun's reply where a handler gave no Response. */
export function replyToNothing(exchange: Exchange, result: unknown, development: boolean): void {
  reportResult(result);
  if (development) exchange.reply(200, TEXT, "Welcome to Bun! To get started, return a Response object.");
  else exchange.reply(204, [], null);
}

/** Cuts off a reply whose content failed; the error is printed. */
export function cutReply(exchange: Exchange, error: unknown): void {
  // Whatever a source says after its client left, it was cancelled.
  if (exchange.aborted) return;
  reportStreamError(error);
  exchange.close();
}
