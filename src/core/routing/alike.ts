import type { Target } from '../model/target.ts';

/** What two targets have in common, so that one would most likely do as the other did; undefined: nothing that is known. */
export function alike(one: Target, other: Target): 'same-origin' | 'same-vendor' | undefined {
  if (one.origin === other.origin) return 'same-origin';
  const isVendor = one.provider !== 'openai-compatible'; // behind that name is anybody
  return isVendor && one.provider === other.provider ? 'same-vendor' : undefined;
}
