import { batches, type BatchLimits } from './batches.ts';

/** How items are asked about: as a batch or as the only one; alone in the form of a batch, which was left out of one; alone and in plain words. */
export type BatchManner = 'first' | 'alone' | 'plain';

/** How a request about one or more items ended. */
export type BatchReply<Item, Result> =
  /** Those of a batch that have no result are asked again alone. */
  | { readonly is: 'answered'; readonly results: ReadonlyMap<Item, Result> }
  /** Nobody was asked, because of these items themselves. */
  | { readonly is: 'unasked' }
  /** Nobody answered; `isFinal`: whatever else is asked, it ends like this. */
  | { readonly is: 'failed'; readonly isFinal: boolean }
  | { readonly is: 'cancelled' };

/** How items are asked about. */
export interface AskingAll<Item, Result> {
  readonly limits: BatchLimits<Item>;
  readonly ask: (items: readonly Item[], manner: BatchManner) => Promise<BatchReply<Item, Result>>;
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
 * Asks about all of them, in batches, and about what a batch leaves out once more alone, before the next batch: first in the form
 * that others of the batch were answered in, and last in plain words, which any model understands. Until all are asked, the user cancels, or nobody answers any more. Nothing is lost: what has no result is told apart.
 */
export async function answerAll<Item, Result>(
  items: readonly Item[],
  { limits, ask, signal }: AskingAll<Item, Result>,
): Promise<AllAnswered<Item, Result>> {
  const waiting = batches(items, limits).map((group): Waiting<Item> => ({ group, manner: 'first' }));
  const found = new Map<Item, Result>();
  const without = new Set<Item>();
  const unanswered: (readonly Item[])[] = [];
  let stopped: readonly Item[] = [];
  let [failures, isCancelled] = [0, false];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { group, manner } = next;
    if (signal.aborted) {
      waiting.unshift(next);
      isCancelled = true;
      break;
    }
    const reply = await ask(group, manner);
    failures = reply.is === 'failed' ? failures + 1 : 0;
    if (reply.is === 'failed') unanswered.push(group);
    else if (reply.is === 'answered') waiting.unshift(...sorted(next, reply.results, { found, without }));
    else if (reply.is === 'cancelled') [stopped, isCancelled] = [group, true];
    else for (const item of group) without.add(item);
    if (isCancelled || (reply.is === 'failed' && (reply.isFinal || failures >= mostFailures))) break;
  }
  const inOrder = (some: (item: Item) => boolean): readonly Item[] => items.filter(some);
  return {
    results: items.flatMap(item => {
      const result = found.get(item);
      return result === undefined ? [] : [[item, result] as const];
    }),
    without: inOrder(item => without.has(item)),
    unanswered,
    notAsked: waiting.map(({ group }) => group),
    stopped,
    isCancelled,
  };
}

interface Waiting<Item> {
  readonly group: readonly Item[];
  readonly manner: BatchManner;
}

interface Sorted<Item, Result> {
  readonly found: Map<Item, Result>;
  readonly without: Set<Item>;
}

/** Puts what was answered to the rest; gives what is asked again alone. */
function sorted<Item, Result>(
  { group, manner }: Waiting<Item>,
  results: ReadonlyMap<Item, Result>,
  { found, without }: Sorted<Item, Result>,
): readonly Waiting<Item>[] {
  const again: Waiting<Item>[] = [];
  const isAgain = group.length > 1 || manner === 'alone';
  const next: BatchManner = group.length > 1 && results.size > 0 ? 'alone' : 'plain';
  for (const item of group) {
    const result = results.get(item);
    if (result !== undefined) found.set(item, result);
    else if (isAgain) again.push({ group: [item], manner: next });
    else without.add(item);
  }
  return again;
}
