import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import { noteText } from '../../../src/interaction/provenance/noteText.ts';
import { answerOf } from '../../support/scripted.ts';
import { assertReadable } from '../text/everyRow.ts';
import type { AttemptNote, Note } from '../../../src/core/model/note.ts';
import type { Answer, Usage } from '../../../src/core/model/answer.ts';
import { provenance } from '../../../src/interaction/provenance/provenance.ts';

const labels: Readonly<Record<string, string>> = { claude: 'Claude', gpt: 'GPT', local: 'Local' };
const labelOf = (target: string): string => labels[target] ?? target;

const failed: AttemptNote = {
  kind: 'attempt',
  target: 'claude',
  number: 1,
  outcome: 'overloaded',
  tookMs: 300,
  spent: 'input',
};

const notes: Readonly<Record<Note['kind'], Note>> = {
  attempt: failed,
  retry: { kind: 'retry', target: 'claude', delayMs: 800, because: 'overloaded' },
  'no-retry': { kind: 'no-retry', target: 'claude', because: 'retry-budget' },
  waited: { kind: 'waited', target: 'claude', delayMs: 800, because: 'requests' },
  trimmed: { kind: 'trimmed', target: 'claude', leftOut: ['before', 'after'], shortened: [] },
  'other-key': { kind: 'other-key', target: 'claude', keyName: 'team', because: 'rate-limited' },
  'tried-early': { kind: 'tried-early', target: 'claude' },
  hedged: { kind: 'hedged', target: 'gpt', beside: 'claude', afterMs: 900 },
  'asked-again': { kind: 'asked-again', because: 'not-json' },
  routed: { kind: 'routed', target: 'claude', because: { code: 'class', wanted: 'simple' }, options: [], others: 0 },
  skipped: { kind: 'skipped', target: 'local', because: 'circuit-open' },
  fallback: { kind: 'fallback', from: 'claude', to: 'gpt', because: 'overloaded' },
  masked: { kind: 'masked', count: 2 },
  'hidden-shown': { kind: 'hidden-shown', count: 3, kinds: ['direction', 'invisible'] },
  remembered: { kind: 'remembered', target: 'gpt', ageMs: 120_000 },
  uncached: { kind: 'uncached', because: 'asked-again' },
  joined: { kind: 'joined' },
  instructions: {
    kind: 'instructions',
    used: ['AGENTS.md', 'packages/api/AGENTS.md'],
    cut: [],
    unused: [],
  },
  'over-budget': { kind: 'over-budget', target: 'claude', because: 'day' },
  'last-resort': { kind: 'last-resort', by: 'offline', because: 'all-paused' },
  judged: { kind: 'judged', tier: 'checked', score: 0.9, signs: ['parses'] },
  escalated: { kind: 'escalated', how: 'stronger', from: 'gpt', target: 'claude', because: ['does-not-parse'] },
  weighed: { kind: 'weighed', how: 'stronger', target: 'claude', outcome: 'better' },
  'not-escalated': { kind: 'not-escalated', because: 'nobody-stronger' },
};

test('of a question that is over the budget it is told how much it might have taken: much may be left and not be enough', () => {
  const note: Note = { kind: 'over-budget', target: 'claude', because: 'day', tokens: { needed: 2_268, left: 2_105 } };
  assert.equal(
    noteText(note, target => target),
    'Did not ask claude: not enough tokens left today (up to 2,268 needed, 2,105 left)',
  );
});

test('every note has a line', () => {
  const lines = Object.values(notes).map(note => noteText(note, labelOf));
  for (const line of lines) assertReadable(line, 80);
  assert.equal(new Set(lines).size, lines.length);
});

test('what was left out of is named once, however many sections of it there were', () => {
  const leftOut = ['definitions', 'edits', 'definitions'];
  const line = noteText({ kind: 'trimmed', target: 'claude', leftOut, shortened: [] }, labelOf);
  assert.match(line, /: definitions from elsewhere, what you changed last$/);
});

test('instruction files that do not go along are named with the reason, and those of which only the beginning does', () => {
  const unused = (['unreadable', 'late', 'missing', 'too-involved', 'too-much'] as const).map(because => ({
    file: `${because}.md`,
    because,
  }));
  const line = noteText({ kind: 'instructions', used: ['AGENTS.md'], cut: ['AGENTS.md'], unused }, labelOf);
  assert.equal(
    line,
    'Instructions: AGENTS.md (beginning only); Instructions not used: unreadable.md (excluded or not readable), ' +
      'late.md (not read in time), missing.md (not found), too-involved.md (its applyTo is too complicated), too-much.md (too much text)',
  );
});

const gpt = (more: Partial<Answer> = {}): Answer => answerOf('gpt', 'because', { model: 'gpt-9-2026', ...more });

test('the provenance of an answer after a fallback', () => {
  const answer = gpt({
    usage: { inputTokens: 1200, outputTokens: 80, cachedInputTokens: 1000, exact: true },
    confidence: { tier: 'checked', score: 0.9, signs: [] },
    requestId: 'req_17',
  });
  const heard = [notes.masked, failed, notes.retry, notes.attempt, notes.fallback, notes.skipped, notes.judged];
  assert.deepEqual(provenance({ answer, notes: heard, tookMs: 2_340 }, { labelOf }), [
    'Answered by GPT (gpt-9-2026) instead of Claude: overloaded · 2.3 s · 1.3k tokens · form checked',
    '2 secrets masked',
    'Claude: overloaded after 0.3 s',
    'Claude: overloaded after 0.3 s',
    'Did not ask Local: paused after failures',
    '2.3 s, 1200 input tokens (1000 of them cached), 80 output tokens',
    'Only its form was checked, not what it means',
    'Request id: req_17',
  ]);
});

test('of an attempt that failed at once it is not said after what time', () => {
  const lines = [
    { ...failed, tookMs: 99 },
    { ...failed, tookMs: 100 },
  ].map(note => noteText(note, labelOf));
  assert.deepEqual(lines, ['Claude: overloaded', 'Claude: overloaded after 0.1 s']);
});

test('where nothing came before an answer the details say that it came at the first try, and not from the cache', () => {
  const answered = { ...failed, outcome: 'answered' } as const;
  const told = (heard: readonly Note[], more: Partial<Answer> = {}): boolean =>
    provenance({ answer: gpt(more), notes: heard, tookMs: 1 }, { labelOf }).includes(
      'Answered at the first try, not from the cache',
    );
  assert.deepEqual(
    [told([answered]), told([failed, answered]), told([]), told([answered], { freshness: 'cached' })],
    [true, false, false, false],
  );
});

test('an answer that was not checked says why', () => {
  const reasonOf = (signs: NonNullable<Answer['confidence']>['signs']) =>
    provenance(
      { answer: gpt({ confidence: { tier: 'unchecked', score: 0.9, signs } }), notes: [], tookMs: 1 },
      { labelOf },
    ).find(line => line.startsWith('Not checked'));
  assert.deepEqual(
    [reasonOf([]), reasonOf([{ code: 'not-assessed', weight: 'soft', facts: {} }])],
    [
      'Not checked, because it holds nothing that can be checked without running it',
      'Not checked, because the check did not end',
    ],
  );
});

test('estimated tokens are marked as such', () => {
  const usage = { inputTokens: 1200, outputTokens: 80, cachedInputTokens: 0, exact: false };
  assert.equal(
    provenance({ answer: gpt({ usage }), notes: [], tookMs: 1_000 }, { labelOf })[1],
    '1 s, ≈ 1200 input tokens, ≈ 80 output tokens',
  );
});

test('counts that are not believed are said, with what is booked in their place', () => {
  const usage: Usage = {
    ...{ inputTokens: 1200, outputTokens: 80, cachedInputTokens: 0, exact: false },
    doubted: [
      { side: 'input', why: 'high', reported: 20_000_000 },
      { side: 'output', why: 'low', reported: 2 },
      { side: 'output', why: 'no-count' },
    ],
  };
  const lines = provenance({ answer: gpt({ usage }), notes: [], tookMs: 1_000 }, { labelOf });
  assert.deepEqual(lines.slice(2), [
    'The server reports 20000000 input tokens, more than possible; counted as ≈ 1200',
    'The server reports 2 output tokens, fewer than possible; counted as ≈ 80',
    'The server reports no valid number of output tokens; counted as ≈ 80',
  ]);
});

test('a known price is said, and what failed attempts may have cost', () => {
  const usage = { inputTokens: 1200, outputTokens: 80, cachedInputTokens: 0, exact: true };
  const spent = { ...failed, usage: { ...usage, outputTokens: 0, exact: false } };
  const costOf = (target: string, { inputTokens }: typeof usage) => (target === 'gpt' ? inputTokens / 1e5 : 0.5);
  const lines = provenance({ answer: gpt({ usage }), notes: [spent, spent], tookMs: 1_000 }, { labelOf, costOf });
  assert.deepEqual(lines.slice(3), [
    '1 s, 1200 input tokens, 80 output tokens, $0.012',
    'Failed attempts: up to 2400 tokens, ≈ $1.00',
  ]);
});

test('where one price is not known none is said', () => {
  const spent = { ...failed, usage: { inputTokens: 90, outputTokens: 0, cachedInputTokens: 0, exact: false } };
  const costOf = (target: string) => (target === 'gpt' ? 0.01 : undefined);
  assert.equal(
    provenance({ answer: gpt(), notes: [spent], tookMs: 1_000 }, { labelOf, costOf }).at(-1),
    'Failed attempts: up to 90 tokens',
  );
});

test('a remembered answer says its age and that nothing was sent', () => {
  const lines = provenance(
    { answer: gpt({ freshness: 'cached', ageMs: 180_000 }), notes: [notes.remembered], tookMs: 1 },
    { labelOf },
  );
  assert.deepEqual(lines, ['Cached answer from GPT (gpt-9-2026), 3 min old; nothing was sent']);
});

test('an answer without a model says so first, then who could not be reached', () => {
  const answer = answerOf('offline', 'facts', { freshness: 'offline', insteadOf: new Failure('overloaded') });
  assert.deepEqual(provenance({ answer, notes: [failed, notes['last-resort']], tookMs: 400 }, { labelOf }), [
    'From the editor, without a model',
    'Claude: overloaded after 0.3 s',
  ]);
});

test('a model that is called like its target is named once', () => {
  assert.equal(
    provenance({ answer: answerOf('Local', 'x'), notes: [], tookMs: 1 }, { labelOf })[0],
    'Answered by Local · 0 s · 15 tokens',
  );
});

test('targets left out by choice are not worth a line', () => {
  const skipped: Note = { kind: 'skipped', target: 'claude', because: 'not-allowed' };
  assert.equal(provenance({ answer: gpt(), notes: [skipped], tookMs: 1 }, { labelOf }).length, 2);
});

test('an answer whose server did not say how it ended says so', () => {
  const answer: Answer = { ...answerOf('claude', 'It adds.'), oddEnd: 'no-reason' };
  const line = 'The server did not say how the answer ended: it may be cut off';
  assert.ok(provenance({ answer, notes: [], tookMs: 100 }, { labelOf }).includes(line));
  const whole = { ...answer, oddEnd: 'no-end-mark' as const };
  assert.ok(!provenance({ answer: whole, notes: [], tookMs: 100 }, { labelOf }).includes(line));
});
