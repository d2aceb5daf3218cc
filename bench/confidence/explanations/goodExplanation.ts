import { oneOf, type Chance } from '../code/chance.ts';
import { languageOf } from '../code/languages.ts';
import type { Unit } from '../code/unit.ts';
import { fence } from '../damage/damage.ts';
import { factsOf, type CodeFacts } from './codeFacts.ts';

const quoted = (name: string): string => `\`${name}\``;
const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
const times = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** What is said of each fact; undefined: there is nothing to say. */
const sentences: readonly ((facts: CodeFacts) => string | undefined)[] = [
  ({ parameters }) =>
    parameters.length > 0 ? `It takes ${listed(parameters.slice(0, 4).map(quoted))}.` : 'It takes no parameters.',
  ({ calls }) => (calls.length > 0 ? `On the way it calls ${listed(calls.slice(0, 4).map(quoted))}.` : undefined),
  ({ branches }) =>
    branches > 0
      ? `There ${branches === 1 ? 'is' : 'are'} ${times(branches, 'branch', 'branches')} in it, so what happens depends on its input.`
      : 'It runs straight through, without a branch.',
  ({ loops }) => (loops > 0 ? `It goes through its data in ${times(loops, 'loop')}.` : undefined),
  ({ awaits }) =>
    awaits > 0 ? `It is asynchronous and waits ${times(awaits, 'time')} for something else to finish.` : undefined,
  ({ throws: [line] }) =>
    line === undefined ? undefined : `On line ${line} it fails on purpose, so callers have to be ready for that.`,
  ({ returns }) =>
    returns.length > 1
      ? `It can return from ${returns.length} places; the first is line ${returns[0]?.line ?? 0}.`
      : undefined,
];

const shapes: readonly ((unit: Unit, facts: CodeFacts, said: readonly string[]) => string)[] = [
  (_unit, facts, said) =>
    [`${quoted(facts.name)} stands on lines ${facts.firstLine} to ${facts.lastLine}.`, ...said].join(' '),
  (_unit, facts, said) =>
    [
      `**What it does.** The function ${quoted(facts.name)} works in ${times(Math.max(1, facts.steps), 'step')}.`,
      '',
      ...said.map(own => `- ${own}`),
    ].join('\n'),
  (_unit, facts, said) =>
    [
      `## ${facts.name}`,
      '',
      `In short: ${quoted(facts.name)} is a function of ${times(facts.lastLine - facts.firstLine + 1, 'line')}.`,
      '',
      '### How it works',
      '',
      ...said.map((own, at) => `${at + 1}. ${own}`),
    ].join('\n'),
  (unit, facts, said) => {
    const [first] = facts.returns;
    const quote = first
      ? ['', 'The line that matters most:', '', `${fence}${languageOf(unit.language).fence}`, first.text, fence]
      : [];
    return [`This is ${quoted(facts.name)}. ${said.join(' ')}`, ...quote].join('\n');
  },
  (_unit, facts, said) => `${quoted(facts.name)}: ${said.slice(0, 2).join(' ')}`,
];

/** A true explanation, written by rule from the code; its shape by chance. */
export function goodExplanationOf(unit: Unit, chance: Chance): string {
  const facts = factsOf(unit);
  const said = sentences.map(sentence => sentence(facts)).filter(sentence => sentence !== undefined);
  return (oneOf(shapes, chance) ?? shapes[0])?.(unit, facts, said) ?? '';
}
