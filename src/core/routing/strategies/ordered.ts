import type { Strategy } from './strategy.ts';

/** The chain as it is written, whatever is known of it: it may stand so for the sake of privacy. */
export const ordered: Strategy = (_demand, candidates) =>
  candidates.map(({ target }) => ({ target, because: { code: 'chain' } }));
