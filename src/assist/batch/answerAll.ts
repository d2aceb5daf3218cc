import { batches, type BatchLimits } from './batches.ts';

/** How a request about one or more items ended. */
export type BatchReply<Item, Result> =
  /** Those that have no result are asked again alone, if they were not. */
  | { readonly is: 'answered'; readonly results: ReadonlyMap<Item, Result> }
  /** Nobody was asked, because of these items themselves. */
  | { readonly is: 'unasked' }
  /** Nobody answered; `isFinal`: whatever else is asked, it ends like this. */
  | { readonly is: 'failed'; readonly isFinal: boolean }
  | { readonly is: 'cancelled' };

/** How items are asked about. */
export interface AskingAll<Item, Result> {
  readonly limits: BatchLimits<Item>;
  readonly ask: (items: readonly Item[]) => Promise<BatchReply<Item, Result>>;
  /** Aborted: no more is asked. */
  readonly signal: AbortSignal;
}

/** What became of all items: each is in exactly one of these, in the order in which they were given. */
export interface AllAnswered<Item, Result> {
  readonly results: readonly (readonly [Item, Result])[];
  /** Asked about, or not to be asked about, and without a result that can be used. */
  readonly without: readonly Item[];
  /** Nobody answered: in the groups in which they would be asked again. */
  readonly unanswered: readonly (readonly Item[])[];
  /** Nobody was asked any more, in the same groups. */
  readonly notAsked: readonly (readonly Item[])[];
  /** The user has stopped it while these were asked about. */
  readonly stopped: readonly Item[];
  readonly isCancelled: boolean;
}

/** After so many failures one after the other it would go on like that. */
const mostFailures = 2;

/**
 * Asks about all of them, in batches, and about what a batch leaves out once more alone, before the next batch; until all are
 * asked, the user cancels, or nobody answers any more. Nothing is lost: what has no result is told apart.
 */
export async function answerAll<Item, Result>(
  items: readonly Item[],
  { limits, ask, signal }: AskingAll<Item, Result>,
): Promise<AllAnswered<Item, Result>> {
  const waiting = [...batches(items, limits)];
  const found = new Map<Item, Result>();
  const without = new Set<Item>();
  const unanswered: (readonly Item[])[] = [];
  let stopped: readonly Item[] = [];
  let [failures, isCancelled] = [0, false];
  for (let group = waiting.shift(); group; group = waiting.shift()) {
    if (signal.aborted) {
      waiting.unshift(group);
      isCancelled = true;
      break;
    }
    const reply = await ask(group);
    failures = reply.is === 'failed' ? failures + 1 : 0;
    if (reply.is === 'failed') unanswered.push(group);
    else if (reply.is === 'answered') waiting.unshift(...sorted(group, reply.results, { found, without }));
    else if (reply.is === 'cancelled') [stopped, isCancelled] = [group, true];
    else for (const item of group) without.add(item);
    if (isCancelled || (reply.is === 'failed' && (reply.isFinal || failures >= mostFailures))) break;
  }
  const inOrder = (some: (item: Item) => boolean): readonly Item[] => items.filter(some);
  return {
    results: inOrder(item => found.has(item)).map(item => [item, found.get(item) as Result] as const),
    without: inOrder(item => without.has(item)),
    unanswered,
    notAsked: waiting,
    stopped,
    isCancelled,
  };
}

interface Sorted<Item, Result> {
  readonly found: Map<Item, Result>;
  readonly without: Set<Item>;
}

/** Puts what was answered to the rest; gives what is asked again alone. */
function sorted<Item, Result>(
  group: readonly Item[],
  results: ReadonlyMap<Item, Result>,
  { found, without }: Sorted<Item, Result>,
): readonly (readonly Item[])[] {
  const again: (readonly Item[])[] = [];
  for (const item of group) {
    const result = results.get(item);
    if (result !== undefined) found.set(item, result);
    else if (group.length > 1) again.push([item]);
    else without.add(item);
  }
  return again;
}
