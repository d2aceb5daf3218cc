/** Ids that stand for something else than one event (a choice, an answer) are few, and come again soon. */
const mostIds = 16;

/**
 * Tells an event that is sent once more from one that only looks like the one before it: the same id with the same data,
 * where ids were seen to change. Some gateways write one id throughout, one for each choice or one for each second: an id
 * that stands with other data, or that comes again after another, tells nothing.
 */
export class Repeats {
  readonly #ids = new Set<string>();
  #idsTell = true;
  #last: { readonly id: string | undefined; readonly data: string } | undefined;

  /** Is this the event before once more? `id`: its own one; undefined: it has none. */
  isSentTwice(id: string | undefined, data: string): boolean {
    const last = this.#last;
    this.#last = { id, data };
    if (id === undefined || !this.#idsTell) return false;
    if (last?.id !== id) this.#note(id);
    else if (last.data !== data) this.#idsTell = false;
    else return this.#ids.size > 1;
    return false;
  }

  #note(id: string): void {
    if (this.#ids.has(id)) this.#idsTell = false;
    else if (this.#ids.size < mostIds) this.#ids.add(id);
  }
}
