import type { Checkpoint } from './checkpoint.ts';

/** A checkpoint that can be taken back now. */
export interface OfferedCheckpoint {
  readonly checkpoint: Checkpoint;
  /** It took an edit back, so to take it back brings the edit back. */
  readonly bringsBack: boolean;
}

/**
 * What can be taken back: the edits that stand, and what took the others back. Where that was done in part only, both. An edit
 * that was brought back is offered as itself. `all`: the newest first.
 */
export function offeredCheckpoints(all: readonly Checkpoint[]): readonly OfferedCheckpoint[] {
  const chains = all.map((_, at) => chainFrom(at, all));
  const rootOf = (at: number): string => chains[at]?.at(-1)?.takesBack ?? chains[at]?.at(-1)?.id ?? '';
  const settled = new Set<string>();
  const offered = new Map<Checkpoint, boolean>();
  for (const [at, checkpoint] of all.entries()) {
    const [root, chain] = [rootOf(at), chains[at] ?? []];
    if (settled.has(root)) continue;
    const edit = chain.at(-1);
    const isKnown = edit !== undefined && edit.takesBack === undefined; // it may have gone by its age
    const bringsBack = (chain.length - (isKnown ? 1 : 0)) % 2 === 1;
    offered.set(bringsBack || !isKnown ? checkpoint : edit, bringsBack);
    if (checkpoint.isPartial !== true) settled.add(root);
  }
  return all.flatMap(checkpoint => {
    const bringsBack = offered.get(checkpoint);
    return bringsBack === undefined ? [] : [{ checkpoint, bringsBack }];
  });
}

/** From a checkpoint to the edit at its beginning; only older ones count, so that it ends. */
function chainFrom(at: number, all: readonly Checkpoint[]): readonly Checkpoint[] {
  const chain: Checkpoint[] = [];
  for (let next = at; next >= 0;) {
    const checkpoint = all[next];
    if (!checkpoint) break;
    chain.push(checkpoint);
    const { takesBack } = checkpoint;
    const from = next + 1;
    next = takesBack === undefined ? -1 : all.findIndex(({ id }, place) => place >= from && id === takesBack);
  }
  return chain;
}
