import { commentLine } from '../code/language.ts';
import { mask } from '../code/mask.ts';
import { readSource } from '../code/readSource.ts';
import { edit } from '../edits/edit.ts';
import { fence } from '../wording/fence.ts';
import type { ReadPrompt } from './prompt.ts';

/** Ways to answer badly. Each ends as if all were well: no wire can tell. */
const manners = {
  /** Leaves out most of the code and says so in a comment. */
  elided: ({ code = '', language }) => {
    const lines = code.split('\n');
    const kept = lines.slice(0, Math.max(1, Math.floor(lines.length / 3)));
    const comment = commentLine(language, '... rest of the code unchanged ...') ?? '... rest unchanged ...';
    return fence([...kept, comment, lines.at(-1) ?? ''].join('\n'), language.id);
  },
  /** Talks about the change instead of making it. */
  prose: ({ instruction }) =>
    `Sure! To ${instruction === '' ? 'do this' : instruction}, go through the code from the top and change every place that needs it. ` +
    'Make sure to keep the rest as it is, and run your tests afterwards. Let me know if you need anything else!',
  /** Gives code whose brackets do not close. */
  broken: ({ code = '', language }) => fence(broken(code, mask(code, language).text), language.id),
  /** Stops inside of the code block. */
  'cut-fence': ({ code = '', language }) => {
    const whole = fence(code, language.id);
    return whole.slice(0, Math.max(8, Math.floor(whole.length * 0.6))).replace(/`+\s*$/, '');
  },
  /** Gives the whole file, with the change in it, where a part of it was asked about. */
  'whole-file': ({ before, code = '', after, instruction, language }) => {
    const changed = edit(readSource(code, language), instruction).split('\n').slice(1, -1); // without its fence
    return fence([before, ...changed, after].join('\n'), language.id);
  },
  /** Does what was asked, and turns the first comparison into one that is off by one. */
  flipped: prompt => flipped(prompt),
  /** The same, and leaves out most of the code. */
  'flipped-elided': prompt => {
    const lines = flipped(prompt).split('\n');
    const comment = commentLine(prompt.language, '... rest of the code unchanged ...') ?? '... rest unchanged ...';
    return [...lines.slice(0, Math.ceil(lines.length * 0.7)), comment, lines.at(-2) ?? '', '```'].join('\n');
  },
  /** Does what was asked, and returns what a function gives that is called without its arguments. */
  miscalled: ({ code = '', instruction, language }) =>
    edit(readSource(code, language), instruction).replace(/return (\w+)\([^()]+\)/, 'return $1()'),
  empty: () => '',
  /** The same sentence again and again. */
  repeating: () => 'The code is then called and the result is then returned to the caller.\n'.repeat(60),
} satisfies Readonly<Record<string, (prompt: ReadPrompt) => string>>;

type Manner = keyof typeof manners;

/** Where no code was asked for, code that is left out or broken is no fault. */
const inProse: readonly Manner[] = ['cut-fence', 'repeating', 'empty'];
/** Only where the model's name says so; the longer names first. */
const ofOneModel: readonly Manner[] = ['flipped-elided', 'flipped', 'miscalled', 'whole-file'];
const inCode: readonly Manner[] = ['elided', 'prose', 'broken', 'cut-fence', 'empty', 'repeating'];

/**
 * A bad answer to a prompt. The model's name may fix how (`practice-careless-prose`); else the turns of a task go through
 * the ways that are bad for it.
 */
export function careless(model: string, prompt: ReadPrompt, turn: number): string {
  const fixed = [...ofOneModel, ...inCode].find(manner => model.endsWith(`-${manner}`));
  const ways = ['edit', 'fix', 'docs'].includes(prompt.task) ? inCode : inProse;
  return manners[fixed ?? ways[turn % ways.length] ?? 'empty'](prompt);
}

const offByOne: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };

const flipped = ({ code = '', instruction, language }: ReadPrompt): string =>
  edit(readSource(code, language), instruction).replace(
    / (<=?|>=?) (?=[\w.])/,
    (found: string, sign: string) => ` ${offByOne[sign] ?? found.trim()} `,
  );

function broken(code: string, masked: string): string {
  const last = Math.max(masked.lastIndexOf(')'), masked.lastIndexOf('}'), masked.lastIndexOf(']'));
  return last === -1 ? `${code} ((` : `${code.slice(0, last)}${code.slice(last + 1)}`;
}
