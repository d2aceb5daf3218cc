import type { Target } from '../../core/model/target.ts';

/** Ids of targets in the order they are asked; 'auto' stands for all others. */
export interface ChainSetting {
  readonly user: readonly string[];
  /** Leaves only these of the user's chain; undefined: all. */
  readonly workspace: readonly string[] | undefined;
}

/** What a chain is made from. */
export interface ChainRequest {
  /** All that may be asked, best first. */
  readonly targets: readonly Target[];
  readonly chain: ChainSetting;
  /** Leaves only this machine. */
  readonly localOnly: boolean;
}

/** The targets that are asked, in order. */
export interface Chain {
  /** In the order they are asked; may be empty. */
  readonly targets: readonly Target[];
  /** What the setting names although nothing has that id. */
  readonly unknown: readonly string[];
}

/**
 * The targets to ask, in order. 'auto' stands for every target that the chain does not name itself. A workspace's own chain
 * may choose and reorder among the user's, never add. A chain that names nothing known is empty: what the user did not
 * allow is not asked.
 */
export function chainOf({ targets, chain, localOnly }: ChainRequest): Chain {
  const mine = pick(targets, chain.user);
  const both = chain.workspace === undefined ? mine : pick(mine, chain.workspace);
  const known = new Set(['auto', ...targets.map(({ id }) => id)]);
  const named = new Set([...chain.user, ...(chain.workspace ?? [])]);
  return {
    targets: localOnly ? both.filter(({ loopback }) => loopback) : both,
    unknown: [...named].filter(id => !known.has(id)),
  };
}

function pick(targets: readonly Target[], ids: readonly string[]): readonly Target[] {
  const named = new Set(ids);
  const byId = Map.groupBy(targets, ({ id }) => id);
  const others = targets.filter(({ id }) => !named.has(id));
  return [...named].flatMap(id => (id === 'auto' ? others : (byId.get(id) ?? [])));
}
