/** What can be in one {@link LinkedSet} at a time. */
export interface Linked<T> {
  /** The links of the set. */
  next: T | null;
  previous: T | null;
}

/** A set whose members hold its links: it costs no table, and nothing to grow. */
export class LinkedSet<T extends Linked<T>> {
  private first: T | null = null;

  get empty(): boolean {
    return this.first === null;
  }

  /** A member that is in no set. */
  add(member: T): void {
    member.next = this.first;
    if (this.first !== null) this.first.previous = member;
    this.first = member;
  }

  delete(member: T): void {
    const { next, previous } = member;
    if (previous !== null) previous.next = next;
    else if (this.first === member) this.first = next;
    if (next !== null) next.previous = previous;
    member.next = null;
    member.previous = null;
  }

  /** Its members now, the newest first. */
  members(): T[] {
    const members: T[] = [];
    for (let member = this.first; member !== null; member = member.next) members.push(member);
    return members;
  }
}
