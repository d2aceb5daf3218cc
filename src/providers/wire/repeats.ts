/** Ids that stand for something else than one event (a choice, an answer) are few, and come again soon. */
const mostIds = 16;

/**
 * Leaves out events that are sent once more: the same id with the same data, where ids are seen to change. Some gateways write
 * one id throughout, one for each choice or one for each second: an id that stands with other data, or that comes again after
 * another, tells nothing. Until a second id comes, an event like the one before it waits for the one behind it.
 */
export class Repeats<Event extends { readonly data: string }> {
  readonly #ids = new Set<string>();
  #idsTell = true;
  #last: { readonly id: string | undefined; readonly data: string } | undefined;
  #waiting: Event[] = [];

  /** What is to be told now that this event has come. `id`: its own one; undefined: it has none. */
  take(id: string | undefined, event: Event): readonly Event[] {
    const last = this.#last;
    this.#last = { id, data: event.data };
    if (id === undefined || !this.#idsTell) return [...this.rest(), event];
    if (last?.id !== id) return [...(this.#isNew(id) ? [] : this.rest()), event];
    if (last.data !== event.data) {
      this.#idsTell = false;
      return [...this.rest(), event];
    }
    if (this.#ids.size < 2) this.#waiting.push(event);
    return [];
  }

  /** What waits still when nothing more comes. */
  rest(): readonly Event[] {
    const waiting = this.#waiting;
    if (waiting.length > 0) this.#waiting = [];
    return waiting;
  }

  /** Another id: what waits was sent twice. One that was there before tells nothing. */
  #isNew(id: string): boolean {
    if (this.#ids.has(id)) {
      this.#idsTell = false;
      return false;
    }
    if (this.#ids.size < mostIds) this.#ids.add(id);
    if (this.#waiting.length > 0) this.#waiting = [];
    return true;
  }
}
