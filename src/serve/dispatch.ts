import {
  cookieChangesOf,
  incomingRequest,
  type Request,
  settleRequest,
  usesCookies,
} from "../web/request.js";
import { adoptResponse, isResponse } from "../web/response.js";
import { afterMicrotasks } from "../wire/after-microtasks.js";
import type { Exchange, PreparedReply } from "../wire/exchange.js";
import type { Receiver, Wire } from "../wire/wire.js";
import { replyToError, replyToNothing } from "./error-reply.js";
import { reportError, reportRejection } from "./error-report.js";
import { isError, isPromise } from "./handler-result.js";
import { HandlerScope } from "./handler-scope.js";
import type { PageSettings } from "./html/page-settings.js";
import { Pages } from "./html/pages.js";
import type { Handlers } from "./options.js";
import { NO_PARAMS, routeParams } from "./params.js";
import { dropResponse, sendResponse } from "./reply.js";
import { type Route, RouteTable } from "./route-table.js";
import type { Router } from "./router.js";
import type { RouteEntry } from "./routes.js";
import { warnOfTimeout } from "./timeout-warning.js";
import type { ErrorHandler, FetchHandler, RouteFunction, Server } from "./types.js";

/** What a dispatcher must know beside its handlers. */
export interface DispatchSettings {
  readonly development: boolean;
  readonly pages: PageSettings;
  readonly hostname: string | undefined;
  /** Bytes. */
  readonly maxRequestBodySize: number;
  readonly idleTimeout: number;
  readonly idleTimeoutChosen: boolean;
}

/** Leads each exchange through its handler to its reply. Whatever the handler does, there is one. */
export class Dispatcher implements Receiver {
  /** Requests that wait for their reply. */
  pending = 0;

  private readonly wire: Wire;
  private readonly settings: DispatchSettings;
  private server: Server | null = null;
  private fetch: FetchHandler | null = null;
  private error: ErrorHandler | null = null;
  private routes: readonly RouteEntry[] = [];
  private table: RouteTable | null = null;
  private router: Router<Route> | null = null;
  /** Null where no route is an imported HTML file. */
  private pages: Pages | null = null;
  private readonly notFound: PreparedReply;
  // Each kind of handler keeps the async context that it was given in.
  private fetchScope = new HandlerScope();
  private errorScope = this.fetchScope;
  private routeScope = this.fetchScope;
  /** Whether the server started where something was stored: a wire may hand that on to its requests. */
  private readonly inStore = this.fetchScope.holdsStore;

  /** @throws {TypeError} for a route that cannot be served */
  constructor(wire: Wire, settings: DispatchSettings, handlers: Handlers) {
    this.wire = wire;
    this.notFound = wire.prepare(404, [], null);
    this.settings = settings;
    this.use(handlers);
  }

  /** Sets what handlers get as `server` and `this`. */
  attach(server: Server): void {
    this.server = server;
  }

  /** No more connections are taken. */
  stop(): void {
    this.pages?.stop();
  }

  /** After the last request: what the routes held open is given back. */
  close(): void {
    this.table?.close();
    this.pages?.close();
  }

  /** Whether browsers that show its pages are told of changes, by sockets. */
  get hasLivePages(): boolean {
    return this.pages?.settings.live ?? false;
  }

  /** Takes other handlers for all later requests; what is not given stays, and requests under way keep theirs. */
  use(handlers: Handlers): void {
    // Without a table Bun keeps the routes that are functions, and no others.
    const routes = handlers.routes ?? this.routes.filter(({ target }) => target.kind === "handler");
    // First what can throw: a reload that fails changes nothing.
    const pages = this.pagesFor(routes);
    const table = new RouteTable(routes, this.wire, pages);
    this.table?.close();
    this.table = table;
    if (pages !== this.pages) this.pages?.close();
    this.pages = pages;
    this.router = table.router;
    this.routes = routes;
    const scope = new HandlerScope();
    if (handlers.routes !== null) this.routeScope = scope;
    if (handlers.fetch !== null) {
      this.fetch = handlers.fetch;
      this.fetchScope = scope;
    }
    if (handlers.error !== null) {
      this.error = handlers.error;
      this.errorScope = scope;
    }
  }

  /** Browsers that show live pages stay connected; in production a reload bundles all anew, as in Bun. */
  private pagesFor(routes: readonly RouteEntry[]): Pages | null {
    if (!routes.some(({ target }) => target.kind === "page")) return null;
    if (this.pages !== null && this.hasLivePages) return this.pages;
    return new Pages(this.settings.pages, this.settings.hostname, this.wire);
  }

  /** `server.fetch` without a request from the network: null when there is no handler for it. */
  get fetchHandler(): FetchHandler | null {
    const { fetch, fetchScope } = this;
    if (fetch === null || !fetchScope.holdsStore) return fetch;
    return function (this: Server, request, server) {
      return fetchScope.run(fetch, this, request, server);
    };
  }

  request(exchange: Exchange): void {
    if (this.pages?.take(exchange)) return;
    this.toRoute(exchange, null);
  }

  /** @param refused the routes that did not answer */
  private toRoute(exchange: Exchange, refused: ReadonlySet<Route> | null): void {
    const match = this.router === null ? null : this.router.find(exchange.method, exchange.path, refused);
    if (match === null) {
      this.toFetch(exchange);
      return;
    }
    const route = match.value;
    switch (route.kind) {
      case "handler": {
        const params = route.names.length === 0 ? NO_PARAMS : routeParams(route.names, match.params);
        this.enter(this.routeScope, exchange, route.handler, incomingRequest(exchange, params));
        return;
      }
      case "static":
        route.reply.send(exchange);
        if (exchange.sending) this.awaitSent(exchange);
        return;
      case "file":
        this.toFile(exchange, route, refused);
        return;
      case "directory":
        this.toDirectory(exchange, route);
        return;
      case "page":
        this.toPage(exchange, route);
        return;
      case "none":
        this.toFetch(exchange);
    }
  }

  /** Who left waits no longer, though its handler may still be at work. */
  aborted(exchange: Exchange): void {
    if (exchange.owner === null) return;
    exchange.owner = null;
    this.pending--;
  }

  /** It is a WebSocket now: nobody waits for a reply. */
  upgraded(exchange: Exchange): void {
    this.aborted(exchange);
  }

  expired(): void {
    if (this.settings.development && !this.settings.idleTimeoutChosen) {
      warnOfTimeout(this.settings.idleTimeout);
    }
  }

  private toFetch(exchange: Exchange): void {
    if (this.fetch === null) exchange.replyPrepared(this.notFound);
    else this.enter(this.fetchScope, exchange, this.fetch, incomingRequest(exchange, null));
  }

  /** A reply without a handler, which the client takes its time for. */
  private awaitSent(exchange: Exchange): void {
    this.pending++;
    exchange.owner = this;
    exchange.onSent(() => this.aborted(exchange));
  }

  private toFile(
    exchange: Exchange,
    route: Extract<Route, { kind: "file" }>,
    refused: ReadonlySet<Route> | null,
  ): void {
    this.pending++;
    const done = (): void => {
      this.pending--;
    };
    try {
      if (route.file.send(exchange, done)) return;
      // As in Bun: there is no such file, so the next best route is asked, and in the end `fetch`.
      this.toRoute(exchange, new Set([...(refused ?? []), route]));
    } catch {
      // The file was there a moment ago: its disk fails.
      exchange.close();
    }
    done();
  }

  private toDirectory(exchange: Exchange, route: Extract<Route, { kind: "directory" }>): void {
    this.pending++;
    const done = (): void => {
      this.pending--;
    };
    try {
      route.directory.send(exchange, done);
    } catch {
      exchange.close();
      done();
    }
  }

  private enter(scope: HandlerScope, exchange: Exchange, handler: RouteFunction, request: Request): void {
    // Without stores, the context that the wire gives each request is as good, and costs nothing.
    if (scope.holdsStore || this.inStore) {
      scope.run(this.run, this, exchange, handler, request);
    } else {
      this.run(exchange, handler, request);
    }
  }

  private toPage(exchange: Exchange, route: Extract<Route, { kind: "page" }>): void {
    this.pending++;
    this.pages?.send(route.page, exchange, () => {
      this.pending--;
    });
  }

  private run(exchange: Exchange, handler: RouteFunction, request: Request): void {
    if (exchange.hasContent) {
      const limit = this.settings.maxRequestBodySize;
      if (exchange.contentLength > limit) {
        exchange.refuse("413 Request Entity Too Large");
        return;
      }
      exchange.contentLimit = limit;
    }
    exchange.owner = request;
    this.pending++;
    const server = this.attached();
    let result: unknown;
    try {
      result = handler.call(server, request, server);
    } catch (error) {
      this.fail(exchange, request, true, error);
      return;
    }
    if (isResponse(result)) {
      if (usesCookies(request) && !exchange.replied) this.sendSoon(exchange, request, result);
      else this.send(exchange, request, true, result);
    } else if (isPromise(result)) {
      exchange.detach();
      // Bun looks at the promise when the microtasks are done.
      if (exchange.hasField("upgrade")) afterMicrotasks(() => this.attend(exchange, request, result));
      else this.attend(exchange, request, result);
    } else if (isError(result)) {
      this.fail(exchange, request, true, result);
    } else {
      this.sendNothing(exchange, request, result);
    }
  }

  private attend(exchange: Exchange, request: Request, result: Promise<unknown>): void {
    if (exchange.replied && exchange.owner !== request) {
      // It became a WebSocket at once: nobody waits for the outcome, and a rejection is the program's own.
      result.catch(reportRejection);
      return;
    }
    result.then(
      (value: unknown) => {
        if (isResponse(value)) this.send(exchange, request, true, value);
        else this.sendNothing(exchange, request, value);
      },
      (error: unknown) => this.fail(exchange, request, true, error),
    );
  }

  /**
   * Sends when all microtasks and ticks that the handler began are done, as Bun does: what they change of the
   * request's cookies counts.
   */
  private sendSoon(exchange: Exchange, request: Request, response: globalThis.Response): void {
    exchange.detach();
    afterMicrotasks(() => this.send(exchange, request, true, response));
  }

  /** @param asks whether the error handler may still be asked */
  private send(exchange: Exchange, request: Request, asks: boolean, response: globalThis.Response): void {
    // The client left, or its content was refused while the handler read it.
    if (exchange.aborted || exchange.replied) {
      dropResponse(adoptResponse(response));
      this.finish(exchange, request);
      return;
    }
    try {
      const sent = sendResponse(exchange, adoptResponse(response), cookieChangesOf(request));
      if (sent === undefined) {
        this.finish(exchange, request);
        return;
      }
      sent.then(
        () => this.finish(exchange, request),
        (error: unknown) => this.fail(exchange, request, asks, error),
      );
    } catch (error) {
      this.fail(exchange, request, asks, error);
    }
  }

  private sendNothing(exchange: Exchange, request: Request, result: unknown): void {
    if (!exchange.aborted && !exchange.replied) replyToNothing(exchange, result, this.settings.development);
    this.finish(exchange, request);
  }

  private fail(exchange: Exchange, request: Request, asks: boolean, error: unknown): void {
    // As in Bun: nobody waits for an answer when the client left, or was refused while the handler read.
    if (exchange.aborted || (exchange.replied && exchange.owner === request)) {
      this.finish(exchange, request);
      return;
    }
    // Asked for now: a reload counts for requests under way, too.
    const errorHandler = asks ? this.error : null;
    if (errorHandler === null) {
      this.failPlainly(exchange, request, error);
      return;
    }
    const again = (second: unknown): void => this.failPlainly(exchange, request, second);
    const answer = (value: unknown): void => {
      if (isResponse(value)) this.send(exchange, request, false, value);
      else if (isError(value)) again(value);
      else again(error);
    };
    try {
      const result: unknown = this.errorScope.run(errorHandler, this.attached(), error);
      if (isPromise(result)) {
        result.then(answer, again);
        exchange.detach();
      } else {
        answer(result);
      }
    } catch (second) {
      again(second);
    }
  }

  private failPlainly(exchange: Exchange, request: Request, error: unknown): void {
    if (exchange.aborted || exchange.replied) reportError(error);
    else replyToError(exchange, error, this.settings.development);
    this.finish(exchange, request);
  }

  private finish(exchange: Exchange, request: Request): void {
    if (exchange.owner === request) {
      // Who has not taken all of the reply is waited for.
      if (exchange.sending) exchange.onSent(() => this.aborted(exchange));
      else this.aborted(exchange);
    }
    settleRequest(request);
  }

  private attached(): Server {
    if (this.server === null) throw new Error("a request arrived before the server was complete");
    return this.server;
  }
}
