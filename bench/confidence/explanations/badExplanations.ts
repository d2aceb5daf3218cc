import { between, oneOf, shuffled, type Chance } from '../code/chance.ts';
import { languageOf } from '../code/languages.ts';
import type { Unit } from '../code/unit.ts';
import { fence, fenced } from '../damage/damage.ts';
import { explanationsElsewhere } from './elsewhere.ts';
import { factsOf } from './codeFacts.ts';

/** What a bad explanation is made of. */
export interface Explaining {
  readonly unit: Unit;
  /** A true one. */
  readonly good: string;
  /** A true one of code of another file. */
  readonly other: string;
  readonly chance: Chance;
}

export interface BadExplanation {
  readonly text: string;
  readonly finish?: 'stop' | 'length';
}

const refusals = [
  "I'm sorry, but I can't help with that.",
  "I'm sorry, but as an AI language model I am not able to analyse this code.",
  'I cannot assist with this request.',
  "I can't explain this code because it may violate our content policy.",
  "Unfortunately I'm unable to provide an explanation for this code. Please ask something else.",
  'As an AI, I do not have access to your files, so I cannot tell what this code does.',
  "I'm not able to see the code you are referring to. Could you paste it here?",
  'This request goes against my guidelines, so I have to decline.',
] as const;

const inventedNames = [
  'OrderAggregator',
  'flushPendingWrites',
  'TokenBucketStore',
  'reconcileLedger',
  'SessionWarden',
  'decodeFrameHeader',
  'InvoiceBuilder',
  'retryWithJitter',
] as const;

/** In how many words of its own a model says things again. */
const loopPieces = [
  'and then it continues to process the data, ',
  'This function is important. ',
  'It checks the value. It checks the value again. ',
  'the the the ',
] as const;

const cutIn = (text: string, chance: Chance): string => {
  const cut = text.slice(0, Math.floor(text.length * (0.4 + chance() * 0.4)));
  return cut
    .slice(0, cut.lastIndexOf(' '))
    .trimEnd()
    .replace(/[.:,]$/, '');
};

/** Every kind; a new one is its row. */
export const badExplanations: Readonly<Record<string, (explaining: Explaining) => BadExplanation | undefined>> = {
  'refusal in words': ({ chance }) => ({ text: oneOf(refusals, chance) ?? '' }),
  'cut amid a sentence': ({ good, chance }) => ({ text: cutIn(good, chance) }),
  'another natural language': ({ unit, chance }) => {
    const { name, firstLine, lastLine, calls } = factsOf(unit);
    const write = oneOf(explanationsElsewhere, chance);
    return write && { text: write({ name, from: firstLine, to: lastLine, call: calls[0] ?? name }) };
  },
  'about other code': ({ other }) => ({ text: other }),
  'invented names': ({ unit, good, chance }) => {
    const [one = '', two = '', three = ''] = shuffled(inventedNames, chance);
    const { name } = factsOf(unit);
    const text = good.replaceAll(name, one);
    return { text: `${text}\n\nIt builds on \`${two}\` and hands its result to \`${three}()\`.` };
  },
  'prompt echoed': ({ unit }) => ({
    text: [
      'Task: explain',
      'You explain code to a colleague who sees it in an editor. Say in one or two sentences what it is for; then how it works,',
      'as far as that is not plain to see; then what could surprise: side effects, edge cases, mistakes.',
      `Question: What does this code do, and how? File: ${unit.file}`,
    ].join('\n'),
  }),
  'only code': ({ unit }) => ({ text: fenced(unit.code, languageOf(unit.language).fence) }),
  loop: ({ good, chance }) => {
    const piece = oneOf(loopPieces, chance) ?? '';
    return { text: `${cutIn(good, chance)}. ${piece.repeat(between(6, 60, chance))}` };
  },
  empty: ({ chance }) => ({ text: oneOf(['', '\n\n', '```\n```', '...', '   ', '-'], chance) ?? '' }),
  'cut at length': ({ good, chance }) => ({ text: cutIn(good, chance), finish: 'length' }),
  'open block': ({ unit, good, chance }) => {
    const lines = unit.code
      .split('\n')
      .slice(0, between(2, 6, chance))
      .join('\n');
    return { text: `${good}\n\n${fence}${languageOf(unit.language).fence}\n${lines}` };
  },
};
