import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import { circuitLine, logLines } from '../../../src/interaction/platform/logLines.ts';
import { recorded } from '../../support/scripted.ts';
import type { QuestionRecord } from '../../../src/core/model/questionRecord.ts';
import type { Note } from '../../../src/core/model/note.ts';
import type { Usage } from '../../../src/core/model/answer.ts';

const overloaded = new Failure('overloaded', {
  target: 'claude',
  status: 529,
  retryAfterMs: 12_000,
  sent: 'maybe',
  requestId: 'req_1',
  said: 'SECRET error body',
  partial: 'SECRET text',
  facts: { host: 'api.example.test' },
});

const notes: readonly Note[] = [
  { kind: 'skipped', target: 'local', because: 'no-key' },
  { kind: 'masked', count: 2 },
  {
    kind: 'attempt',
    target: 'claude',
    number: 1,
    outcome: 'overloaded',
    tookMs: 300.4,
    spent: 'input',
    requestId: 'req_1',
    failure: overloaded,
  },
  { kind: 'retry', target: 'claude', delayMs: 1_000.6, because: 'overloaded' },
  { kind: 'fallback', from: 'claude', to: 'gpt', because: 'overloaded' },
  {
    kind: 'attempt',
    target: 'gpt',
    number: 2,
    outcome: 'answered',
    tookMs: 900,
    spent: 'estimated',
    firstTokenMs: 120,
    usage: { inputTokens: 30, outputTokens: 8, cachedInputTokens: 0, exact: false },
  },
  { kind: 'judged', tier: 'checked', score: 0.9, signs: ['parses', 'balanced'] },
];

const entry = (end: QuestionRecord['end'], more: Partial<QuestionRecord> = {}): QuestionRecord => ({
  id: 'q1',
  task: 'explain',
  at: 0,
  tookMs: 2_345.6,
  promptLength: 0,
  maxOutputTokens: 1_000,
  complexity: 0,
  notes,
  end,
  ...more,
});

const answer = recorded('gpt', 'SECRET answer', {
  model: 'gpt 9',
  confidence: { tier: 'checked', score: 0.9, signs: [] },
});

test('an answered question is one line per attempt and one with its decisions', () => {
  assert.deepEqual(logLines(entry({ answer })), [
    {
      level: 'warn',
      text:
        'attempt id=q1 task=explain target=claude number=1 outcome=overloaded status=529 retryAfterMs=12000 sent=maybe ' +
        'ms=300 spent=input requestId=req_1',
    },
    {
      level: 'info',
      text:
        'attempt id=q1 task=explain target=gpt number=2 outcome=answered ms=900 firstTokenMs=120 in=30 out=8 ' +
        'spent=estimated',
    },
    {
      level: 'info',
      text:
        'question id=q1 task=explain outcome=answered from=gpt model="gpt 9" freshness=live finish=stop tier=checked ' +
        'score=0.9 ms=2346 attempts=2 skipped=local:no-key retries=claude:overloaded:1001ms ' +
        'fallbacks=claude>gpt:overloaded masked=2 judged=checked:0.9:parses:balanced',
    },
  ]);
});

test('a failed question says why', () => {
  const [line] = logLines(entry({ failure: new Failure('all-paused', { sent: 'no' }) }, { notes: [] }));
  assert.deepEqual(line, {
    level: 'warn',
    text: 'question id=q1 task=explain outcome=all-paused sent=no ms=2346 attempts=0',
  });
});

test('a cancelled question is nothing to warn of', () => {
  const [line] = logLines(entry({ failure: new Failure('cancelled') }, { notes: [] }));
  assert.equal(line?.level, 'info');
});

test('no prompt, answer, partial text or word of a provider is in the log', () => {
  const lines = [...logLines(entry({ answer })), ...logLines(entry({ failure: overloaded }))];
  assert.doesNotMatch(JSON.stringify(lines), /SECRET/);
});

test('a name from outside can neither forge a line nor steer a terminal', () => {
  const model = 'x"\nattempt id=q9 outcome=answered\u001b[2J\u202e';
  const text = logLines(entry({ answer: { ...answer, model } }, { notes: [] }))[0]?.text ?? '';
  assert.match(text, /model="x\\" attempt id=q9 outcome=answered \[2J"/);
  assert.doesNotMatch(text, /[\p{Cc}\p{Cf}]/u);
});

test('a count that is not believed stands in the line of its attempt', () => {
  const usage: Usage = {
    ...{ inputTokens: 30, outputTokens: 8, cachedInputTokens: 0, exact: false },
    doubted: [
      { side: 'input', why: 'no-count' },
      { side: 'output', why: 'low', reported: 1 },
    ],
  };
  const attempt: Note = {
    ...{ kind: 'attempt', target: 'gpt', number: 1, outcome: 'answered', tookMs: 900, spent: 'estimated' },
    usage,
  };
  const [line] = logLines(entry({ answer }, { notes: [attempt] }));
  assert.match(line?.text ?? '', / spent=estimated doubted=input-no-count,output-low:1$/);
});

test('a circuit that opens is a warning, and one that closes a line beside it', () => {
  const change = { kind: 'circuit', at: 0, target: 'my model' } as const;
  assert.deepEqual(
    [
      circuitLine({ ...change, before: 'closed', after: 'open' }),
      circuitLine({ ...change, before: 'half-open', after: 'closed' }),
    ],
    [
      { level: 'warn', text: 'circuit target="my model" before=closed after=open' },
      { level: 'info', text: 'circuit target="my model" before=half-open after=closed' },
    ],
  );
});

test('an attempt that ended at one of our limits says which', () => {
  const failure = new Failure('silent', { target: 'claude', facts: { limitMs: 8_000 } });
  const silent: Note = {
    kind: 'attempt',
    target: 'claude',
    number: 1,
    outcome: 'silent',
    tookMs: 8_001,
    spent: 'input',
    failure,
  };
  const [first] = logLines({
    id: 'q1',
    at: 0,
    tookMs: 8_001,
    promptLength: 1,
    maxOutputTokens: 1_000,
    complexity: 0,
    first: 'claude',
    notes: [silent],
    end: { failure },
  });
  assert.match(first?.text ?? '', /outcome=silent limitMs=8000 /);
});
