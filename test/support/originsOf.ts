import type { Keys } from '../../src/interaction/targets/keyStore.ts';

/** The origins of all keys that are kept. */
export const originsOf = (keys: Pick<Keys, 'kept'>): readonly string[] => keys.kept().map(({ origin }) => origin);
