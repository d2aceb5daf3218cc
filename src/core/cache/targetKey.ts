import type { Hash } from './questionKey.ts';
import type { Target } from '../model/target.ts';

const known = new WeakMap<Hash, WeakMap<Target, string>>();

/**
 * What makes two targets the same for a remembered answer: who is asked, where, for which model, with which parameters. A
 * digest, because parameters may be nobody's business; worked out once for each target.
 */
export function targetKey(target: Target, hash: Hash): string {
  let keys = known.get(hash);
  if (!keys) known.set(hash, (keys = new WeakMap()));
  let key = keys.get(target);
  if (key === undefined) {
    const { provider, origin, baseUrl, model, parameters, maxOutputTokens } = target;
    key = hash(JSON.stringify([provider, origin, baseUrl, model, parameters, maxOutputTokens]));
    keys.set(target, key);
  }
  return key;
}
