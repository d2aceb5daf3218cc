import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { roughTokens } from '../../../src/core/prompt/estimateTokens.ts';
import { fitPrompt, type Fitted } from '../../../src/core/prompt/fitPrompt.ts';
import type { KeptLines, Prompt, TextPart, Shrinks } from '../../../src/core/model/prompt.ts';
import { tokensOfPrompt } from '../../../src/core/prompt/tokens.ts';
import { shrink } from '../../../src/core/prompt/shrink.ts';

const numRuns = Number(process.env['STEADFAST_PROPERTY_RUNS'] ?? 300);

const section = (name: string, priority: number, more: Partial<TextPart> & Pick<TextPart, 'text'>): TextPart => ({
  kind: 'text',
  name,
  role: 'user',
  priority,
  ...more,
});
const shrinks = (focus: Shrinks['focus'], keep: readonly KeptLines[] = []): Shrinks => ({
  headLines: 2,
  tailLines: 1,
  focus,
  keep,
});
const numbered = (name: string, lines: number): string =>
  Array.from({ length: lines }, (_, line) => `  const ${name}${line} = compute(${line});\n`).join('');
const fenced = (title: string, body: string): string => `${title}\n\`\`\`ts\n${body}\`\`\``;
const before = (lines: number, keep: readonly KeptLines[] = []) =>
  section('before', 20, { text: fenced('Before:', numbered('early', lines)), shrinks: shrinks('end', keep) });
const after = (lines: number) =>
  section('after', 20, { text: fenced('After:', numbered('late', lines)), shrinks: shrinks('start') });
const system = section('system', 100, { text: 'You help.', role: 'system' });
const selection = section('selection', 95, { text: fenced('Selected code:', 'total();\n') });
const question = section('question', 50, { text: 'Question: what is it?' });
const promptOf = (...sections: readonly TextPart[]): Prompt => ({ template: 'test@1', parts: sections });

function fitted(prompt: Prompt, maxTokens: number): Fitted {
  const result = fitPrompt(prompt, maxTokens);
  assert.ok(result !== 'too-long');
  assert.ok(tokensOfPrompt(result.prompt) <= maxTokens);
  return result;
}

const textOf = ({ prompt }: Fitted, name: string): string =>
  prompt.parts.find(candidate => candidate.name === name)?.text ?? '';

test('a prompt that fits is the very same prompt', () => {
  const prompt = promptOf(system, before(10), selection, question);
  assert.equal(fitted(prompt, tokensOfPrompt(prompt)).prompt, prompt);
});

test('of the code before, the lines next to it stay, and a mark says how many went', () => {
  const result = fitted(promptOf(system, before(400), selection, question), 500);
  const lines = textOf(result, 'before').split('\n');
  const left = Number(/^\[… (\d+) lines left out …\]$/.exec(lines[2] ?? '')?.[1]);
  assert.deepEqual(
    [lines[0], lines[1], lines.at(-2), lines.at(-1)],
    ['Before:', '```ts', '  const early399 = compute(399);', '```'],
  );
  assert.equal(left + lines.length - 4, 400);
  assert.deepEqual([result.leftOut, result.shortened], [[], ['before']]);
});

test('of the code after, the first lines stay', () => {
  const lines = textOf(fitted(promptOf(system, selection, after(400), question), 500), 'after').split('\n');
  assert.equal(lines[2], '  const late0 = compute(0);');
  assert.match(lines.at(-2) ?? '', /^\[… \d+ lines left out …\]$/);
});

test('of a log, head and tail stay', () => {
  const log = section('log', 20, { text: fenced('Log:', numbered('line', 400)), shrinks: shrinks('ends') });
  const text = textOf(fitted(promptOf(system, log, question), 500), 'log');
  assert.match(text, /line0 [^]*\[… \d+ lines left out …\][^]*line399 /);
});

test('lines of rank stay though they are far, the highest rank longest', () => {
  const keep = [
    { first: 10, last: 11, rank: 2 },
    { first: 200, last: 200, rank: 1 },
  ];
  const prompt = promptOf(system, before(400, keep), selection, question);
  const [roomy, tight] = [fitted(prompt, 500), fitted(prompt, 140)].map(result => textOf(result, 'before'));
  assert.match(
    roomy ?? '',
    /left out …\]\n {2}const early10 .*\n {2}const early11 .*\n\[… 188 lines left out …\]\n {2}const early200 /,
  );
  assert.match(tight ?? '', /early10 [^]*early399 /);
  assert.doesNotMatch(tight ?? '', /early200 /);
});

test('what was shortened once can be shortened again, and the marks still count all lines', () => {
  const prompt = promptOf(system, before(400, [{ first: 10, last: 10, rank: 1 }]), selection, question);
  const twice = fitted(fitted(prompt, 900).prompt, 400);
  const text = textOf(twice, 'before');
  const left = [...text.matchAll(/^\[… (\d+) lines left out …\]$/gm)].reduce(
    (sum, [, lines]) => sum + Number(lines),
    0,
  );
  assert.equal(left + (text.match(/const early/g) ?? []).length, 400);
  assert.match(text, /const early10 /);
});

test('two sections of one priority share the room, and what one does not need goes to the other', () => {
  const even = fitted(promptOf(system, before(400), selection, after(400), question), 1_000);
  const [ofBefore, ofAfter] = ['before', 'after'].map(name => roughTokens(textOf(even, name)));
  assert.ok(Math.abs((ofBefore ?? 0) - (ofAfter ?? 0)) < 40, `${ofBefore} ${ofAfter}`);
  const uneven = fitted(promptOf(system, before(400), selection, after(5), question), 1_000);
  assert.deepEqual(uneven.shortened, ['before']);
  assert.ok(tokensOfPrompt(uneven.prompt) >= 970);
});

test('what cannot be shortened is left out whole, the lowest priority first, and a line beside it says so', () => {
  const hovers = section('hovers', 30, { text: `What is known:\n${'word '.repeat(300)}` });
  const notes = section('diagnostics', 40, { text: `Problems:\n${'word '.repeat(300)}` });
  const result = fitted(promptOf(system, selection, hovers, notes, question), 450);
  assert.deepEqual([result.leftOut, result.shortened], [['hovers'], []]);
  assert.match(textOf(result, 'selection'), /^Selected code:\n```ts\ntotal\(\);\n```\n\[… left out: hovers …\]$/);
});

test('of a conversation the oldest turns go, question with answer, and none that is newer than one that stays', () => {
  const turns = [40, 300, 40].flatMap((words, index) => [
    section('earlier question', 50 + index / 3, { text: `Question ${index}` }),
    section('earlier answer', 50 + index / 3, { text: 'word '.repeat(words), role: 'assistant' }),
  ]);
  const result = fitted(promptOf(system, selection, ...turns, question), 200);
  assert.deepEqual(
    result.prompt.parts.map(({ text }) => text.slice(0, 10)),
    ['You help.', 'Selected c', 'Question 2', 'word word ', 'Question: '],
  );
  assert.match(textOf(result, 'selection'), /left out: earlier question, earlier answer …\]$/);
});

test('system, selection and question are never cut: without room for them it is too long', () => {
  const prompt = promptOf(system, before(400), selection, question);
  const bare = tokensOfPrompt(promptOf(system, selection, question));
  assert.equal(fitPrompt(prompt, bare - 1), 'too-long');
  const result = fitted(prompt, bare + 15);
  assert.deepEqual(result.leftOut, ['before']);
  assert.ok(textOf(result, 'selection').endsWith(`\n${selection.text}`));
});

test('the words of the system stay whole whatever their priority', () => {
  const rules = section('rules', 1, { text: 'Never change a name.', role: 'system' });
  const result = fitted(promptOf(system, rules, before(400), selection, question), 200);
  assert.equal(textOf(result, 'rules'), rules.text);
  assert.deepEqual([result.leftOut, result.shortened], [[], ['before']]);
});

test('only a line that is too long is cut within, and between characters', () => {
  const long = section('before', 20, { text: fenced('Before:', `${'🙂'.repeat(5_000)}\n`), shrinks: shrinks('end') });
  const text = textOf(fitted(promptOf(system, long, selection, question), 600), 'before');
  assert.match(text, /^Before:\n```ts\n\[… part of a line left out …\]\n(?:🙂)+\n```$/u);
});

const bodies = fc
  .array(
    fc.constantFrom(
      '\n',
      '\r\n',
      'if (a) {',
      '  return b;',
      '/',
      '中文字',
      '🙂🙂',
      'word '.repeat(60),
      'x'.repeat(900),
    ),
    {
      maxLength: 400,
    },
  )
  .chain(parts => fc.constantFrom('\n', '\n', '').map(between => parts.join(between)));
const keeps = fc.array(fc.record({ first: fc.nat(300), last: fc.nat(300), rank: fc.nat(3) }), { maxLength: 6 });

test('whatever the sections are, the result is not over, keeps what it must, and leaves text only whole or out', () => {
  const focus = fc.constantFrom('start' as const, 'end' as const, 'ends' as const);
  const shrinking = fc.record({ body: bodies, focus, keep: keeps, priority: fc.constantFrom(20, 20, 30) });
  fc.assert(
    fc.property(fc.array(shrinking, { maxLength: 3 }), fc.integer({ min: 20, max: 3_000 }), (parts, maxTokens) => {
      const sections = parts.map(({ body, focus, keep, priority }, index) =>
        section(`part ${index}`, priority, { text: `Part:\n\`\`\`ts\n${body}\n\`\`\``, shrinks: shrinks(focus, keep) }),
      );
      const prompt = promptOf(system, ...sections, selection, question);
      const result = fitPrompt(prompt, maxTokens);
      if (result === 'too-long') return maxTokens < 80;
      assert.ok(tokensOfPrompt(result.prompt) <= maxTokens);
      const all = prompt.parts
        .map(({ text }) => text)
        .join('\n')
        .split('\n');
      for (const line of result.prompt.parts.flatMap(({ text }) => text.split('\n'))) {
        assert.ok(line.isWellFormed());
        assert.ok(
          line.startsWith('[… ') || all.some(whole => (whole.length < 160 ? whole === line : whole.includes(line))),
          line,
        );
      }
      for (const { text } of result.prompt.parts)
        if (text.startsWith('Part:')) assert.match(text, /^Part:\n```ts\n[^]*\n```(?:\n\[….*)?$/);
      return true;
    }),
    { numRuns },
  );
});

test('where there is enough to fill it, the room is used to 97 %', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_500, max: 20_000 }), fc.integer({ min: 1, max: 3_000 }), (maxTokens, lines) => {
      const prompt = promptOf(system, before(3_000 - lines), selection, after(lines), question);
      const used = tokensOfPrompt(fitted(prompt, maxTokens).prompt);
      assert.ok(used >= 0.97 * maxTokens, `${used} of ${maxTokens}`);
    }),
    { numRuns: Math.ceil(numRuns / 10) },
  );
});

test('a prompt that a server found too long becomes about half as long', () => {
  const prompt = promptOf(system, before(400), selection, question);
  const shrunk = shrink(prompt);
  const share = tokensOfPrompt(shrunk?.prompt ?? prompt) / tokensOfPrompt(prompt);
  assert.ok(share > 0.4 && share <= 0.5, `${share}`);
  assert.equal(shrink(promptOf(system, selection, question)), undefined);
});
