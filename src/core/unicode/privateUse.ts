import type { HiddenCharacter } from './hiddenText.ts';

const beyondPlain = /[\uD800-\uDBFF\uE000-\uF8FF]/;
const privateUse = /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/gu;

/**
 * Characters that no standard gives a form: U+E000 to U+F8FF and planes 15 and 16. Each font draws them in its own way, as the
 * icons of a prompt or a toolbar, and most draw none, so that they can carry what nobody sees.
 */
export function privateUseIn(text: string): readonly HiddenCharacter[] {
  if (!beyondPlain.test(text)) return [];
  return [...text.matchAll(privateUse)].map(({ 0: character, index }) => ({ character, index }));
}
