import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Note, PlaceReason, RouteOption, SkipReason } from '../../../src/core/model/note.ts';
import { noteText } from '../../../src/interaction/provenance/noteText.ts';
import { provenance } from '../../../src/interaction/provenance/provenance.ts';
import { whyText } from '../../../src/interaction/provenance/whyText.ts';
import { answerOf } from '../../support/scripted.ts';

const labels: Readonly<Record<string, string>> = { haiku: 'Claude Haiku', gpt: 'GPT-6', local: 'local model' };
const labelOf = (target: string): string => labels[target] ?? target;

const simple: PlaceReason = { code: 'class', wanted: 'simple' };
const routed = (options: readonly RouteOption[], more: { because?: PlaceReason; others?: number } = {}): Note => ({
  ...{ kind: 'routed', target: options[0]?.target ?? 'haiku', because: options[0]?.because ?? simple },
  ...{ options, others: 0, ...more },
});
const linesOf = (...notes: readonly Note[]) => whyText(notes, labelOf)?.lines;

// "it's not clear what model it uses", "and why": github/app#2752, microsoft/vscode#321602
test('the decision is a sentence, and each that could be asked a line with its time and its cost', () => {
  const view = whyText(
    [
      routed([
        { target: 'haiku', because: simple, expectedMs: 1_900, costUsd: 0.0011 },
        { target: 'gpt', because: { code: 'stronger', wanted: 'simple' }, expectedMs: 4_000, costUsd: 0.012 },
        { target: 'local', because: { code: 'weaker', wanted: 'simple' }, held: 'paused-by-user', costUsd: 0 },
      ]),
    ],
    labelOf,
  );
  assert.deepEqual(view, {
    title: 'Why this model?',
    lines: [
      'Claude Haiku first: right for a simple question',
      'Claude Haiku: about 1.9 s, about $0.0011',
      'GPT-6: stronger, about 4 s, about $0.012',
      'local model: paused by you, weaker, time not known, free of charge',
    ],
  });
});

// an unknown price shown as $0 or free: anomalyco/opencode#29971, pingdotgg/t3code#5799, 1mancompany/OneManCompany#374
test('a price that is not known is never told as nothing', () => {
  const [, line] = linesOf(routed([{ target: 'gpt', because: { code: 'chain' } }])) ?? [];
  assert.equal(line, 'GPT-6: time not known, price not known');
});

test('a chain that stands as it is written says so', () => {
  const [decision] = linesOf(routed([{ target: 'gpt', because: { code: 'chain' } }])) ?? [];
  assert.equal(decision, 'GPT-6 first, as in the chain');
});

// the answer came from another than the one that the router said it had chosen: microsoft/vscode#328630
test('who stands first and could not be asked is said to be so, with the time', () => {
  const held: RouteOption = { target: 'local', because: simple, held: 'circuit-open', heldMs: 38_500 };
  const [decision, line] = linesOf(routed([held, { target: 'gpt', because: simple }])) ?? [];
  assert.equal(
    decision,
    'local model first: right for a simple question; it could not be asked: paused after failures',
  );
  assert.equal(line, 'local model: paused after failures, for another 40 s, time not known, price not known');
});

test('how many more there are is told, and how often one fails', () => {
  const failing: RouteOption = { target: 'gpt', because: { code: 'too-small' }, failureShare: 0.256 };
  const lines = linesOf(routed([{ target: 'haiku', because: simple }, failing], { others: 1_200 }));
  assert.deepEqual(lines?.slice(2), [
    'GPT-6: too small for the whole question, time not known, price not known, 26% of its latest attempts failed',
    '… and 1,200 more',
  ]);
});

test('of an answer that is made of several requests the same decision is told once, and the models once', () => {
  const note = routed([{ target: 'haiku', because: simple }]);
  assert.equal(linesOf(note, note, note)?.length, 2);
});

test('a label holds no line of its own', () => {
  const name = whyText([routed([{ target: 'evil', because: simple }])], () => 'a\nb\u202Ec'.repeat(100));
  assert.ok(name?.lines.every(line => !/[\n\u202E]/.test(line) && line.length < 140));
});

test('where there was nobody to choose from there is nothing to say', () => {
  assert.equal(whyText([{ kind: 'joined' }], labelOf), undefined);
});

test('why the model was asked has its own place, and is not told twice', () => {
  const notes = [routed([{ target: 'haiku', because: simple }])];
  const lines = provenance({ answer: answerOf('haiku', 'hi'), notes, tookMs: 900 }, { labelOf });
  assert.ok(!lines.some(line => line.includes('first: right for')));
});

// "silently falls back ... without notifying the user": openclaw/openclaw#39818, #56852; odysseus-dev/odysseus#868
test('a change of model over a wait tells what the wait would have been, beside how the attempt ended', () => {
  const notes: readonly Note[] = [
    { kind: 'attempt', target: 'haiku', number: 1, outcome: 'rate-limited', tookMs: 300, spent: 'nothing' },
    { kind: 'fallback', from: 'haiku', to: 'gpt', because: 'rate-limited', waitMs: 60_000 },
  ];
  const lines = provenance({ answer: answerOf('gpt', 'hi'), notes, tookMs: 900 }, { labelOf });
  assert.ok(
    lines.some(line => /^GPT-6 instead of Claude Haiku: .*; to ask again would have meant waiting 60 s$/.test(line)),
  );
});

// a wait that nobody can see the sense of: can1357/oh-my-pi#8926
test('a wait that was chosen over another model names that one, and its time where it is known', () => {
  const waited = { kind: 'retry', target: 'haiku', delayMs: 2_200, because: 'rate-limited' } as const;
  const textOf = (insteadOf: { target: string; expectedMs?: number }) => noteText({ ...waited, insteadOf }, labelOf);
  assert.match(
    textOf({ target: 'gpt', expectedMs: 4_000 }),
    /^Asked Claude Haiku again after 3 s: .*; GPT-6 would have taken about 4 s$/,
  );
  assert.match(textOf({ target: 'gpt' }), /; GPT-6 could have been asked instead$/);
  const told = provenance(
    { answer: answerOf('haiku', 'hi'), notes: [{ ...waited, insteadOf: { target: 'gpt' } }], tookMs: 1 },
    { labelOf },
  );
  assert.ok(told.some(line => line.includes('GPT-6 could have been asked')));
});

test('every reason to be held back has its words', () => {
  const reasons: readonly SkipReason[] = ['circuit-open', 'cooling-down', 'no-key', 'budget', 'quota', 'offline'];
  const lines = reasons.map(held => linesOf(routed([{ target: 'gpt', because: simple, held }]))?.[1]);
  assert.equal(new Set(lines).size, reasons.length);
});

test('who stands in for a model whose answers were kept less says so, and that one with how many', () => {
  const lines = linesOf(
    routed([
      { target: 'gpt', because: { code: 'stands-in', wanted: 'simple' }, expectedMs: 4_000, costUsd: 0.012 },
      { target: 'haiku', because: { code: 'kept-less', kept: 4, of: 20 }, expectedMs: 1_900, costUsd: 0.0011 },
    ]),
  );
  assert.deepEqual(lines, [
    'GPT-6 first: stronger than a simple question needs, because the answers of a model of that strength were kept less often',
    'GPT-6: about 4 s, about $0.012',
    'Claude Haiku: 4 of 20 answers kept, about 1.9 s, about $0.0011',
  ]);
  const [decision] = linesOf(routed([{ target: 'haiku', because: { code: 'kept-less', kept: 4, of: 20 } }])) ?? [];
  assert.equal(decision, 'Claude Haiku first, though only 4 of 20 of its answers were kept: no other model is better');
});
