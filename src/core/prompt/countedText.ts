import type { CountText } from './exactCounts.ts';
import { lineGroups } from './lineGroups.ts';

/**
 * A document with its tokens, kept up to date edit by edit: an edit costs the line groups it touches, however long the
 * document is.
 */
export class CountedText {
  readonly #count: CountText;
  readonly #groups: string[];
  #tokens: number;
  /** The group that was edited last and where it begins: the next edit is mostly near. */
  #near = 0;
  #nearAt = 0;

  /** Counts the whole text, at once; `count` is that of `ExactCounts`. */
  constructor(text: string, count: CountText) {
    this.#count = count;
    this.#groups = [...lineGroups(text)];
    this.#tokens = this.#sum(this.#groups);
  }

  get tokens(): number {
    return this.#tokens;
  }

  get text(): string {
    return this.#groups.join('');
  }

  /** Replaces `removed` UTF-16 units from `start` on by `inserted`. */
  edit(start: number, removed: number, inserted: string): void {
    this.#moveTo(start);
    const groups = this.#groups;
    // whether a group ends is decided by what follows, so the neighbours on both sides are split anew
    const first = Math.max(0, this.#near - 1);
    const firstAt = this.#near > 0 ? this.#nearAt - (groups[first]?.length ?? 0) : 0;
    let last = this.#near;
    let end = this.#nearAt + (groups[last]?.length ?? 0);
    while (end < start + removed && last + 1 < groups.length) end += groups[(last += 1)]?.length ?? 0;
    last = Math.min(groups.length, last + 2);
    const old = groups.slice(first, last);
    const text = old.join('');
    const from = start - firstAt;
    const fresh = lineGroups(text.slice(0, from) + inserted + text.slice(from + removed));
    this.#tokens += this.#sum(fresh) - this.#sum(old);
    groups.splice(first, old.length, ...fresh);
    this.#near = first;
    this.#nearAt = firstAt;
  }

  /** Makes the group that holds `offset` the near one. */
  #moveTo(offset: number): void {
    const groups = this.#groups;
    while (this.#near > 0 && this.#nearAt > offset) this.#nearAt -= groups[(this.#near -= 1)]?.length ?? 0;
    for (;;) {
      const length = groups[this.#near]?.length ?? 0;
      if (this.#near + 1 >= groups.length || this.#nearAt + length > offset) return;
      this.#nearAt += length;
      this.#near += 1;
    }
  }

  #sum(groups: readonly string[]): number {
    let tokens = 0;
    for (const group of groups) tokens += this.#count(group);
    return tokens;
  }
}
