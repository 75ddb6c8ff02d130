import { runInOwnResource, sharesAsyncContext } from "../../async/context.js";
import type { UwsSockets } from "./sockets.js";
import type { UwsHandler, UwsRequest, UwsResponse, UwsSocketContext } from "./types.js";

/** Who gets the requests of an app. */
interface Receiving {
  readonly sockets: UwsSockets | null;
  receive(response: UwsResponse, request: UwsRequest): void;
}

/**
 * The handlers of an app. The engine never frees an app, nor what it was given: once it is closed, they lead
 * no more to the listener, and so not to the handlers of the program.
 */
export class Entry {
  /** For the routes of the app. */
  readonly enter: UwsHandler;
  private listener: Receiving | null;

  constructor(listener: Receiving) {
    this.listener = listener;
    // On Node.js below 24 every native callback shares one async resource, and a store entered in one request
    // would be found in the next (rule 5 of the hot path).
    this.enter = sharesAsyncContext()
      ? (response, request) => {
          runInOwnResource("BUNSHIM_REQUEST", this.receive, this, response, request);
        }
      : (response, request) => this.receive(response, request);
  }

  /** Enters with the key to an upgrade. */
  readonly upgrade = (response: UwsResponse, request: UwsRequest, context: UwsSocketContext): void => {
    const sockets = this.listener?.sockets ?? null;
    if (sockets !== null) sockets.context = context;
    this.enter(response, request);
  };

  close(): void {
    this.listener = null;
  }

  private receive(response: UwsResponse, request: UwsRequest): void {
    // A route callback that does nothing ends the process.
    if (this.listener === null) response.close();
    else this.listener.receive(response, request);
  }
}
