/** The languages that are told apart: those that VS Code speaks most. */
export type NaturalLanguage = 'en' | 'de' | 'fr' | 'es' | 'pt' | 'it' | 'ru' | 'zh' | 'ja' | 'ko';

const scripts: readonly (readonly [NaturalLanguage, RegExp])[] = [
  ['ja', /[\u3040-\u30FF]/gu],
  ['ko', /[\uAC00-\uD7AF]/gu],
  ['zh', /[\u4E00-\u9FFF]/gu],
  ['ru', /[\u0400-\u04FF]/gu],
];
/** Short words that few sentences do without, and that others hardly have. */
const words: readonly (readonly [NaturalLanguage, string])[] = [
  ['en', 'the of and to is it this that with for which are be when does what how not from by'],
  ['de', 'der die das und ist nicht mit wird sie ein eine von zu wenn dann den auf was wie im zuerst'],
  ['fr', 'le la les des et est une dans qui que pour elle avec pas sur aux du ensuite cette ce'],
  ['es', 'el los las una y es se por para con que del no esta como después cuando al primero'],
  ['pt', 'o os as uma não é se para com que do da em ao como quando depois'],
  ['it', 'il lo gli una è che per con non del della di come quando poi questo si'],
];
const byWord = new Map<string, NaturalLanguage[]>();
for (const [language, list] of words)
  for (const word of list.split(' ')) byWord.set(word, [...(byWord.get(word) ?? []), language]);

/** So many of its words must be found before anything is said. */
const leastFound = 4;
/** Longer texts are not read to their end. */
const mostRead = 4_000;

/** The language that a text is written in, code left out; undefined: it is too short to say, or none of these. */
export function naturalLanguage(text: string): NaturalLanguage | undefined {
  const prose = text.slice(0, mostRead).replace(/`[^`\n]{1,200}`/g, ' ');
  const letters = (prose.match(/\p{L}/gu) ?? []).length;
  for (const [language, script] of scripts) if ((prose.match(script) ?? []).length > letters * 0.2) return language;
  const counts = new Map<NaturalLanguage, number>();
  for (const word of prose.toLowerCase().match(/\p{L}+/gu) ?? [])
    for (const language of byWord.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [first, second] = [...counts].toSorted(([, one], [, other]) => other - one);
  return first && first[1] >= leastFound && first[1] > 1.5 * (second?.[1] ?? 0) ? first[0] : undefined;
}
