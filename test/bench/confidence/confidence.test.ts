import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chanceFor } from '../../../bench/confidence/code/chance.ts';
import { languages } from '../../../bench/confidence/code/languages.ts';
import { packages } from '../../../bench/confidence/corpus/packages.ts';
import { badExplanations } from '../../../bench/confidence/explanations/badExplanations.ts';
import { factsOf } from '../../../bench/confidence/explanations/codeFacts.ts';
import { goodExplanationOf } from '../../../bench/confidence/explanations/goodExplanation.ts';
import { shareGoals } from '../../../bench/confidence/figures/goals.ts';
import { playAnswer } from '../../../bench/confidence/play/playAnswer.ts';
import { toldOf } from '../../../bench/confidence/play/told.ts';
import { differingLine, type Labelled } from '../../../bench/confidence/set/labelled.ts';
import { realEditsBetween } from '../../../bench/confidence/set/realEdits.ts';
import { splitByPackage } from '../../../bench/confidence/set/split.ts';
import { spoken, voices } from '../../../bench/confidence/voices/voices.ts';
import { sourceOf, unitsIn } from './samples.ts';

test('every licence of the packages lets everybody do as they like', () => {
  const permissive = /^(?:MIT|Apache-2\.0|BSD-2-Clause|BSD-3-Clause|ISC|AND|OR)$/;
  const words = packages.flatMap(({ licence }) => licence.split(' '));
  assert.deepEqual(
    words.filter(word => !permissive.test(word)),
    [],
  );
});

test('versions of npm are pinned, and every language has packages for both halves', () => {
  for (const { from, releases } of packages)
    for (const release of releases) assert.match(release, from === 'npm' ? /.@\d+\.\d+\.\d+$/ : /^[a-z0-9.+-]+$/);
  for (const language of languages.keys())
    assert.ok(packages.filter(({ languages: own }) => own.includes(language)).length >= 2, language);
});

test('packages are dealt to halves of like weight, the same ones by the same seed', () => {
  const weighed = [300, 280, 40, 30, 20, 10].map((weight, at) => ({ name: `p${at}`, language: 'go' as const, weight }));
  const halves = splitByPackage(weighed, 1);
  const sum = (half: string) =>
    weighed.reduce((all, { name, weight }) => all + (halves.get(name) === half ? weight : 0), 0);
  assert.ok(Math.abs(sum('tuning') - sum('test')) <= 40);
  assert.deepEqual(halves, splitByPackage(weighed, 1));
});

test('a function that a release has otherwise is a real edit; a new one, and one that is the same, are none', () => {
  const before = sourceOf('go');
  const after = { ...before, text: before.text.replace('joined[:most]', 'joined[:most-1] + "…"') };
  const release = (text: string) => ({ name: text, packed: text, files: [text === 'old' ? before : after] });
  const [edit, ...others] = realEditsBetween(release('old'), release('new'));
  assert.deepEqual(others, []);
  assert.match(edit?.code ?? '', /most-1/);
  assert.doesNotMatch(edit?.unit.code ?? '', /most-1/);
  assert.deepEqual(realEditsBetween(release('old'), release('old')), []);
});

test('an explanation names its function, its lines and what it calls', () => {
  for (const language of languages.keys()) {
    const [unit] = unitsIn(language);
    assert.ok(unit);
    const { name, calls, parameters } = factsOf(unit);
    assert.equal(name, unit.names[0]);
    for (const word of [...calls, ...parameters]) assert.ok(unit.code.includes(word), `${language} ${word}`);
    for (let draw = 0; draw < 8; draw += 1) assert.ok(goodExplanationOf(unit, chanceFor(draw)).includes(name));
  }
});

test('every bad explanation is another text than the good one, or one that was cut', () => {
  const [unit] = unitsIn('python');
  assert.ok(unit);
  const good = goodExplanationOf(unit, chanceFor(1));
  for (const [kind, rule] of Object.entries(badExplanations)) {
    const made = rule({ unit, good, other: 'About `something` else.', chance: chanceFor(2) });
    assert.ok(made && made.text !== good, kind);
  }
});

test('every voice holds the code, whole', () => {
  const code = 'let a = 1;\nif (a) {\n  b();\n}';
  for (const voice of voices) {
    const lines = spoken(voice, code, 'ts')
      .split('\n')
      .map(line => line.trim());
    for (const line of code.split('\n')) assert.ok(lines.includes(line.trim()));
  }
});

test('the first line that differs is told, or what was to follow', () => {
  assert.equal(differingLine('a\nb\nc', 'a\n  x\nc'), 'x');
  assert.equal(differingLine('a\nb\nc', 'a'), '(ends before: b)');
  assert.equal(differingLine('a\nb', 'x\nb'), 'x');
});

const labelled = (answer: string): Labelled => ({
  group: 'form',
  kind: 'sample',
  isBad: true,
  half: 'test',
  language: 'typescript',
  package: 'sample',
  file: 'sample.ts',
  before: '',
  code: 'const a = 1;',
  after: '\n',
  startLine: 1,
  task: 'edit',
  instruction: 'make it two',
  answer,
  finish: 'stop',
  breaks: 'whole',
  differs: '',
});

test('an answer is played as the editor asks: an open fence is told, a good answer is not', async () => {
  const telling = async (answer: string) => toldOf(labelled(answer), (await playAnswer(labelled(answer))).confidence);
  assert.equal(await telling('```ts\nconst a = 2;'), 'review');
  assert.equal(await telling('```ts\nconst a = 2;\n```'), 'nothing');
});

test('a goal with too few cases behind it is missed, whatever the share', () => {
  const goals = shareGoals([{ ...labelled(''), confidence: undefined, tookMs: 1, longestMs: 1, telling: 'review' }]);
  assert.ok(goals.every(({ goal }) => goal.value === 1));
});
