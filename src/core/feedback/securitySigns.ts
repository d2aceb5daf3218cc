import type { SignCode } from '../model/answer.ts';

/** Signs that guard the user, or say that nobody has looked: no number of clicks makes them less than a doubt. */
export const securitySigns: ReadonlySet<string> = new Set<SignCode>([
  'placeholder-lost',
  'placeholder-moved',
  'placeholder-printed',
  'placeholder-in-address',
  'address-added',
  'hidden-characters',
  'mixed-scripts',
  'mark-left',
  'packages-missing',
  'not-assessed',
  'prompt-cut',
  'ran-badly',
]);
