import { inspect } from "node:util";
import { type EngineCalls, engineCalls, READABLE } from "./engine-calls.js";
import type { Uws, UwsListenSocket, UwsResponse, UwsWebSocket } from "./types.js";

/*
 * Where the engine keeps what we read, in bytes; the same in 20.51.4 and 20.69.0 on 64 bits. A socket:
 * its poll, its timers, then these. Behind it comes what belongs to uWebSockets, or what belongs to TLS first.
 */
const SOCKET_CONTEXT = 0x18;
const SOCKET_PREVIOUS = 0x20;
const SOCKET_NEXT = 0x28;
const SOCKET_SIZE = 0x30;
const TLS_SIZE = 0x10;
/** A listening socket has the size of its connections' extension behind it. */
const LISTEN_SIZE = SOCKET_SIZE + 4;
const CONTEXT_FIRST = 0x10;
const CONTEXT_SIZE = CONTEXT_FIRST + 8;
/** In the extension of the loop: the socket whose writes are gathered. */
const LOOP_CORKED = 0x100;

/** What is in the extension of a connection. */
interface Layout {
  /** Length of the head that is not complete yet. */
  readonly partial: number;
  /** Bits of the response; none before the first request. */
  readonly state: number;
}

/** By the size of the extension, which tells the builds apart: 20.51.4 and 20.69.0. */
const LAYOUTS = new Map<number, Layout>([
  [232, { partial: 0x30, state: 0xbc }],
  [256, { partial: 0x48, state: 0xd4 }],
]);

const RESPONSE_PENDING = 8;
const STATE_BITS = 0x1f;

/** More than a process can have: a list that goes on has lost its way. */
const MOST_SOCKETS = 4_000_000;

/** Seconds that the engine lets a connection wait for its next request. */
export const ENGINE_IDLE_TIMEOUT = 10;

/** Seconds that the engine's timer can count at most. */
const LONGEST_TIMEOUT = 956;

/**
 * The HTTP connections of a listener, as the engine's own structures show them: JavaScript is given no name for
 * a connection between its requests. Every address is looked at through the kernel before a function of the
 * engine gets it, and what was seen must agree: otherwise the answers are those of not knowing.
 */
export class Connections {
  private readonly calls: EngineCalls;
  private readonly secure: boolean;
  private readonly context: number;
  private readonly loop: number;
  private readonly extensionSize: number;
  private readonly layout: Layout;
  private readonly corkedWords: Uint32Array;
  private trusted = false;

  private constructor(
    calls: EngineCalls,
    secure: boolean,
    context: number,
    loop: number,
    extensionSize: number,
    layout: Layout,
  ) {
    this.calls = calls;
    this.secure = secure;
    this.context = context;
    this.loop = loop;
    this.extensionSize = extensionSize;
    this.layout = layout;
    // The loop lives as long as its thread.
    this.corkedWords = new Uint32Array(calls.view(calls.loopExtension(loop) + LOOP_CORKED, 8));
  }

  /** @returns null without koffi, and for a build of the engine or a machine whose structures are not known */
  static of(uws: Uws, secure: boolean, listening: UwsListenSocket): Connections | null {
    const calls = engineCalls(uws);
    const address = addressOf(listening);
    if (calls === null || address === null) return null;
    const socket = calls.read(address, LISTEN_SIZE);
    if (socket === null) return null;
    const context = pointer(socket, SOCKET_CONTEXT);
    const extensionSize = socket.getUint32(SOCKET_SIZE, true);
    const layout = LAYOUTS.get(secure ? extensionSize - TLS_SIZE : extensionSize);
    if (layout === undefined || calls.contextOf(secure, address) !== context) return null;
    const head = calls.read(context, CONTEXT_SIZE);
    if (head === null) return null;
    const loop = pointer(head, 0);
    if (calls.loopOf(secure, context) !== loop || calls.read(loop, 1) === null) return null;
    const connections = new Connections(calls, secure, context, loop, extensionSize, layout);
    return connections.all() === null ? null : connections;
  }

  /** The connection that the engine is busy with, in whose callbacks we are; 0: none. */
  get corked(): number {
    const [low = 0, high = 0] = this.corkedWords;
    return high * 2 ** 32 + low;
  }

  /**
   * The connection of a response that is not over; 0 where it cannot be told.
   * @param inRoute whether its route callback has not returned
   * @param rearm sets the response's abort handler anew
   */
  ofResponse(response: UwsResponse, inRoute: boolean, rearm: () => void): number {
    let found = this.corked;
    if (found === 0) {
      response.cork(() => {
        found = this.corked;
      });
    } else if (!inRoute) {
      // In the cork of another, its own is none.
      found = this.changedBy(rearm);
    }
    return this.isOpen(found) ? found : 0;
  }

  /** The connection of an open WebSocket, asked for while none is {@link corked}; 0 where it cannot be told. */
  ofWebSocket(native: UwsWebSocket): number {
    let found = 0;
    native.cork(() => {
      found = this.corked;
    });
    const links = this.calls.read(found, SOCKET_SIZE);
    if (links === null) return 0;
    // WebSockets have a context of their own.
    const context = pointer(links, SOCKET_CONTEXT);
    return this.pointerAt(context) === this.loop && this.isIn(context, found) ? found : 0;
  }

  /** Has the client wait, and no timer run out meanwhile. */
  stopReading(socket: number): void {
    const events = this.calls.pollEvents(socket);
    this.calls.changePoll(socket, this.loop, events & ~READABLE);
    this.calls.setTimeout(this.secure, socket, 0);
  }

  /** @param seconds until the engine's timer runs out; 0: never */
  startReading(socket: number, seconds: number): void {
    const events = this.calls.pollEvents(socket);
    this.calls.changePoll(socket, this.loop, events | READABLE);
    this.calls.setTimeout(this.secure, socket, seconds);
  }

  /** What the system knows the connection by; -1 where it cannot be told. */
  descriptor(socket: number): number {
    return this.isOpen(socket) ? this.calls.descriptor(socket) : -1;
  }

  /** The client's port; 0 where it is not known. */
  remotePort(socket: number): number {
    return this.isOpen(socket) ? Math.max(0, this.calls.remotePort(this.secure, socket)) : 0;
  }

  /** Closes the connection in about so many seconds, counted in fours as Bun does, unless it is used; 0: never. */
  closeAfter(socket: number, seconds: number): void {
    this.trusted ||= this.isOpen(socket);
    if (this.trusted && socket !== 0) {
      this.calls.setTimeout(this.secure, socket, Math.min(seconds, LONGEST_TIMEOUT));
    }
  }

  /**
   * Closes the connections that have had a reply and wait for another request.
   * @returns how many they were
   */
  closeIdle(): number {
    const { corked } = this;
    const idle = (this.all() ?? []).filter((socket) => socket !== corked && this.isIdle(socket));
    for (const socket of idle) this.calls.shutDown(socket);
    return idle.length;
  }

  /** Whether it is one of ours, and not closed. */
  isOpen(socket: number): boolean {
    return this.isIn(this.context, socket);
  }

  private isIn(context: number, socket: number): boolean {
    const links = this.calls.read(socket, SOCKET_SIZE);
    if (links === null || pointer(links, SOCKET_CONTEXT) !== context) return false;
    const previous = pointer(links, SOCKET_PREVIOUS);
    return socket === this.pointerAt(previous === 0 ? context + CONTEXT_FIRST : previous + SOCKET_NEXT);
  }

  private isIdle(socket: number): boolean {
    const { calls, layout } = this;
    const extension = socket + SOCKET_SIZE + (this.secure ? TLS_SIZE : 0);
    const state = calls.read(extension + layout.state, 4)?.getUint32(0, true) ?? 0;
    if (state === 0 || (state & ~STATE_BITS) !== 0 || (state & RESPONSE_PENDING) !== 0) return false;
    // A request that has begun, a reply that has not left.
    if (this.pointerAt(extension + layout.partial) !== 0) return false;
    return calls.pollEvents(socket) === READABLE && !calls.isShutDown(socket);
  }

  /** The newest first. Null when what is there is not what it should be. */
  private all(): number[] | null {
    const sockets: number[] = [];
    let previous = 0;
    for (let socket = this.first(); socket !== 0; ) {
      const links = this.calls.read(socket, SOCKET_SIZE);
      if (
        links === null ||
        pointer(links, SOCKET_CONTEXT) !== this.context ||
        pointer(links, SOCKET_PREVIOUS) !== previous ||
        sockets.push(socket) > MOST_SOCKETS
      ) {
        return null;
      }
      previous = socket;
      socket = pointer(links, SOCKET_NEXT);
    }
    return sockets;
  }

  /** The one connection whose memory `change` changes; 0: none, or several. */
  private changedBy(change: () => void): number {
    const sockets = this.all() ?? [];
    const before = sockets.map((socket) => this.contentOf(socket));
    change();
    const changed = sockets.filter((socket, i) => this.contentOf(socket) !== before[i]);
    return changed.length === 1 ? (changed[0] ?? 0) : 0;
  }

  private contentOf(socket: number): string {
    const bytes = this.calls.read(socket, SOCKET_SIZE + this.extensionSize);
    return bytes === null ? "" : Buffer.from(bytes.buffer, 0, bytes.byteLength).toString("latin1");
  }

  private first(): number {
    return this.pointerAt(this.context + CONTEXT_FIRST);
  }

  private pointerAt(address: number): number {
    const word = this.calls.read(address, 8);
    return word === null ? 0 : pointer(word, 0);
  }
}

function pointer(from: DataView, offset: number): number {
  return from.getUint32(offset + 4, true) * 2 ** 32 + from.getUint32(offset, true);
}

/** The descriptor of a listening socket; -1 where it cannot be told. */
export function descriptorOf(uws: Uws, listening: UwsListenSocket): number {
  const calls = engineCalls(uws);
  const address = addressOf(listening);
  return calls === null || address === null || calls.read(address, LISTEN_SIZE) === null
    ? -1
    : calls.descriptor(address);
}

/** Node.js shows the address of a native object, and nothing else of it. */
function addressOf(external: object): number | null {
  const digits = /^\[External: ([0-9a-f]+)\]$/.exec(inspect(external))?.[1];
  return digits === undefined ? null : Number.parseInt(digits, 16);
}
