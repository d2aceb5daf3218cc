import type { Known } from '../assistance.ts';

/** The name of what is asked about, as services tell it; undefined: none does. */
export const symbolIn = ({ facts, context }: Known): string | undefined =>
  facts && facts.symbol !== '' ? facts.symbol : context.symbol?.name;
