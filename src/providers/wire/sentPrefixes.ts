import type { Price } from '../../core/model/target.ts';

/** Where a prompt could be told to be remembered up to. */
export interface Boundary {
  /** Stands for all that is sent before it. */
  readonly key: string;
  /** Of which kind it is: the end of which section; undefined: a place within one, which is told only once it was sent before. */
  readonly kind: string | undefined;
  /** About how many tokens stand before it. */
  readonly tokens: number;
}

/** What remembering costs and saves at a target. */
export interface Remembering {
  /** Fewer tokens are not remembered. */
  readonly leastTokens: number;
  /** Of what is remembered, the share that must be sent again for it to pay. */
  readonly breakEven: number;
}

/** How long a provider remembers, from the last use on, ms. */
const rememberedMs = 5 * 60_000;
/** So many marks a request may have. */
export const mostMarks = 4;
const mostKeys = 512;

/** The share of what was written that must be read again: more for writing against less for reading. */
export function breakEvenOf({ input, cachedInput, cacheWrite }: Price): number {
  const saved = input - (cachedInput ?? input / 10);
  const extra = (cacheWrite ?? input * 1.25) - input;
  return saved > 0 ? extra / saved : extra > 0 ? Infinity : 0;
}

/** What is behind 1.25 for writing and 0.1 for reading, where no price is known. */
export const usualBreakEven = 0.25 / 0.9;

interface Sent {
  at: number;
  readonly kind: string | undefined;
  isCounted: boolean;
}

/** How often what ends so was sent once, and again within minutes. */
interface Rereads {
  sent: number;
  again: number;
}

/**
 * What was sent to a target, as digests, and how much of it came again within minutes. A place is worth a mark when what
 * stands before it was sent just now; and when what ends so has come again often enough, because the first mark costs.
 */
export class SentPrefixes {
  readonly #sent = new Map<string, Sent>();
  readonly #rereads = new Map<string, Rereads>();

  /** Which of these places, in order, to mark; and takes note that all are sent now. */
  choose(boundaries: readonly Boundary[], nowMs: number, { leastTokens, breakEven }: Remembering): readonly Boundary[] {
    const isKnown = ({ key }: Boundary): boolean => this.#isRemembered(key, nowMs);
    const known = boundaries.findLast(isKnown);
    const worth = boundaries.filter(
      one =>
        one.tokens >= leastTokens &&
        (one === known || (one.kind !== undefined && (isKnown(one) || this.#shareOf(one.kind) > breakEven))),
    );
    for (const boundary of boundaries) this.#note(boundary, nowMs);
    const rest = worth.filter(one => one !== known).slice(known && worth.includes(known) ? 1 - mostMarks : -mostMarks);
    return worth.filter(one => one === known || rest.includes(one));
  }

  #isRemembered(key: string, nowMs: number): boolean {
    const sent = this.#sent.get(key);
    return sent !== undefined && nowMs - sent.at < rememberedMs;
  }

  /** Before anything is known: as likely as not. */
  #shareOf(kind: string): number {
    const { sent, again } = this.#rereads.get(kind) ?? { sent: 0, again: 0 };
    return (again + 1) / (sent + 2);
  }

  #note({ key, kind }: Boundary, nowMs: number): void {
    const before = this.#isRemembered(key, nowMs) ? this.#sent.get(key) : undefined;
    if (kind !== undefined && !before?.isCounted) this.#count(kind, before ? 'again' : 'sent');
    this.#sent.delete(key); // the latest stands last
    this.#sent.set(key, { at: nowMs, kind, isCounted: before !== undefined });
    const [oldest] = this.#sent.keys();
    if (this.#sent.size > mostKeys && oldest !== undefined) this.#sent.delete(oldest);
  }

  #count(kind: string, what: keyof Rereads): void {
    const counts = this.#rereads.get(kind) ?? { sent: 0, again: 0 };
    counts[what] += 1;
    this.#rereads.set(kind, counts);
  }
}
