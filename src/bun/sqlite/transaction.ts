/** What a transaction needs of its database. */
export interface TransactionHost {
  readonly inTransaction: boolean;
  run(sql: string): unknown;
}

type Inside = (...args: unknown[]) => unknown;
type Mode = "deferred" | "immediate" | "exclusive";

/** A function that runs in a transaction, with one variant for each kind of lock. */
export type Transaction<Host> = Inside &
  Readonly<Record<Mode | "default", Inside>> & { readonly database: Host };

const BEGIN = {
  default: "BEGIN",
  deferred: "BEGIN DEFERRED",
  immediate: "BEGIN IMMEDIATE",
  exclusive: "BEGIN EXCLUSIVE",
} as const;

/**
 * Wraps a function: what it does is committed when it returns and taken back when it throws. Within another
 * transaction it is a savepoint. Source: https://bun.com/docs/runtime/sqlite#transactions
 */
export function transactionOf<Host extends TransactionHost>(host: Host, inside: Inside): Transaction<Host> {
  const variants = {
    default: variant(host, inside, BEGIN.default),
    deferred: variant(host, inside, BEGIN.deferred),
    immediate: variant(host, inside, BEGIN.immediate),
    exclusive: variant(host, inside, BEGIN.exclusive),
  };
  const members: PropertyDescriptorMap = { database: fixed(host, true) };
  for (const [name, value] of Object.entries(variants)) members[name] = fixed(value, false);
  const transaction = Object.assign(variants.default, { ...variants, database: host });
  for (const value of Object.values(variants)) Object.defineProperties(value, members);
  return transaction;
}

function fixed(value: unknown, enumerable: boolean): PropertyDescriptor {
  return { value, enumerable, writable: false, configurable: false };
}

function variant(host: TransactionHost, inside: Inside, begin: string): Inside {
  // A method, as it is no constructor.
  const { transaction } = {
    transaction(this: unknown, ...args: unknown[]): unknown {
      const isNested = host.inTransaction;
      host.run(isNested ? "SAVEPOINT bunshim_nested" : begin);
      try {
        const result = Reflect.apply(inside, this, args);
        host.run(isNested ? "RELEASE bunshim_nested" : "COMMIT");
        return result;
      } catch (error) {
        // Some errors of SQLite have ended the transaction already.
        if (host.inTransaction) takeBack(host, isNested);
        throw error;
      }
    },
  };
  return transaction;
}

function takeBack(host: TransactionHost, isNested: boolean): void {
  if (!isNested) {
    host.run("ROLLBACK");
    return;
  }
  host.run("ROLLBACK TO bunshim_nested");
  host.run("RELEASE bunshim_nested");
}
