import { openers } from './synonyms.ts';

/** The words of a question: plain ones as they are, names, numbers, operators and quotations as `=0`, `=1`, … */
export interface QuestionTokens {
  /** With a blank at both ends and one between two words; ',' where a clause ends. */
  readonly text: string;
  /** What `=0`, `=1`, … stand for, exactly. */
  readonly exact: readonly string[];
}

// in quotation marks, or whatever has no blank in it
const piece = /`([^`]+)`|"([^"]+)"|(?<![\p{L}\p{N}])'([^']+)'(?![\p{L}\p{N}])|[^\s`"]+/gu;
const plainWord = /^\p{L}+(?:['-]\p{L}+)*$/u;

/** Takes a question apart. What is not certainly a plain word stays exactly as it is written. */
export function questionTokens(question: string): QuestionTokens {
  const reader = new Reader(question);
  for (const match of reader.text.matchAll(piece)) {
    const quoted = match[1] ?? match[2] ?? match[3];
    if (quoted === undefined) reader.take(match[0], match.index);
    else reader.quote(quoted);
  }
  return { text: ` ${reader.words.join(' ')} `, exact: reader.exact };
}

class Reader {
  readonly text: string;
  readonly words: string[] = [];
  readonly exact: string[] = [];
  #isBeginning = true;

  constructor(question: string) {
    const text = question.normalize('NFC').replaceAll('’', "'").trim();
    this.text = /\p{Ll}/u.test(text) ? text : text.toLowerCase(); // all of it in capitals means nothing by them
  }

  quote(text: string): void {
    this.#name(text);
  }

  take(chunk: string, index: number): void {
    if (!/[\p{L}\p{N}]/u.test(chunk)) return this.#takeSigns(chunk, index);
    const isLast = index + chunk.length === this.text.length;
    const isGreeting = /^(?:hi|hello|hey|thanks|you|please)!$/i.test(chunk);
    // "save!" and "valid?" are names; only at the very end a question mark is surely none of the name
    const end = isGreeting ? /!$/ : isLast ? /(?<![.,;:?)])[.,;:?)]+$/ : /(?<![.,;:)])[.,;:)]+$|\?$(?<=^\p{L}+\?)/u;
    const core = chunk.replace(/^[(,;]+/, '').replace(end, '');
    if (plainWord.test(core)) this.#takeWord(core);
    else this.#name(core);
    this.#endAt(chunk);
  }

  #takeSigns(signs: string, index: number): void {
    const standsAlone = index === 0 || /\s/.test(this.text[index - 1] ?? '');
    const isLast = index + signs.length === this.text.length;
    if (standsAlone && !(isLast && /^[?!.]$/.test(signs))) this.#name(signs);
    else if (/^[.,;:!?)(-]+$/.test(signs)) this.#endAt(signs);
    else this.#name(signs);
  }

  #endAt(chunk: string): void {
    if (/[.!?:][)]*$/.test(chunk)) this.#isBeginning = true;
    if (/[.,;:!?][)]*$/.test(chunk)) this.words.push(',');
  }

  #takeWord(word: string): void {
    const lower = word.toLowerCase();
    const isName = word === 'i' || (word !== lower && !/^I(?:$|')/.test(word) && !this.#isOpener(lower));
    this.#isBeginning = false;
    if (isName) return this.#name(word);
    this.words.push(...parted(lower));
  }

  #isOpener(lower: string): boolean {
    return this.#isBeginning && openers.has(lower.replace(/(?:n't|'\p{L}+)$/u, ''));
  }

  #name(text: string): void {
    if (text === '') return;
    this.#isBeginning = false;
    const known = this.exact.indexOf(text);
    this.words.push(`=${known < 0 ? this.exact.push(text) - 1 : known}`);
  }
}

const shortForms: ReadonlyMap<string, readonly string[]> = new Map([
  ["can't", ['can', 'not']],
  ['cannot', ['can', 'not']],
  ["won't", ['will', 'not']],
  ["shan't", ['shall', 'not']],
  ["let's", ['let', 'us']],
]);

const endings: readonly (readonly [RegExp, string])[] = [
  [/n't$/, 'not'],
  [/'re$/, 'are'],
  [/'ll$/, 'will'],
  [/'ve$/, 'have'],
  [/'m$/, 'am'],
  [/'d$/, 'would'],
  [/(?<=^(?:what|why|how|when|where|who|which|it|that|this|there|here|he|she))'s$/, 'is'],
];

/** "isn't" as "is", "not"; "function's" as "function", "'s". */
function parted(word: string): readonly string[] {
  const known = shortForms.get(word);
  if (known) return known;
  for (const [ending, rest] of endings) {
    if (ending.test(word)) return [...parted(word.replace(ending, '')), rest];
  }
  return word.replace(/'s$/, " 's").split(' ');
}
