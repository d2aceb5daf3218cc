import type { Question } from '../../../src/core/model/question.ts';
import type { QuestionChanges } from '../../support/scripted.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import { attempt } from '../../../src/core/layers/attempt.ts';
import { budget, budgetCloses, budgetRefuses, isFree, type BudgetParts } from '../../../src/core/layers/budget.ts';
import type { SharedLog } from '../../../src/core/shared/sharedLog.ts';
import type { Limits } from '../../../src/core/budget/budgetStanding.ts';
import type { Price, Target } from '../../../src/core/model/target.ts';
import { ask, failureOf, scripted, targetOf, type Act } from '../../support/scripted.ts';
import { settle as turns } from '../../support/virtualClock.ts';
import { caughtUp, machine, price, request, today } from '../budget/ledgerScene.ts';

/** A target behind its budget; its attempts say what they cost. */
function world(
  act: Act,
  {
    target = targetOf('only'),
    limits = {},
    ...more
  }: Partial<BudgetParts> & { target?: Target; limits?: Partial<Limits> } = {},
) {
  const { clock, window, log } = machine(limits);
  const ledger = window();
  const parts: BudgetParts = {
    clock,
    ledger,
    workspace: () => 'here',
    priceOf: ({ price: own }) => own ?? price,
    onExceeded: () => 'degrade',
    upperFactor: () => 1,
    ...more,
  };
  const server = scripted('only', act);
  const limited = attempt(clock, target, () => ({ connectMs: 5_000, firstTokenMs: 20_000, idleMs: 10_000 }));
  const layer = budget(target, parts)(limited(server.ask));
  return { clock, window, log, ledger, parts, server, layer, target };
}

/** 100 tokens of prompt, at most 100 of answer. */
const question = (more: QuestionChanges = {}) => ask({ words: 'x'.repeat(388), until: 1e9, ...more });

/** Used and reserved, once what is on its way has been written. */
async function ledgerOf({ ledger }: ReturnType<typeof world>) {
  await turns();
  return today(ledger);
}

test('an attempt holds its estimate while it runs, and then what it took', async () => {
  const one = world('hangs');
  const { question: asked, stop } = question();
  const failed = failureOf(one.layer(asked));
  await turns();
  const during = today(one.ledger);
  stop.abort(new Failure('cancelled'));
  await failed;
  assert.deepEqual(
    [during, await ledgerOf(one)],
    [
      [0, 200],
      [100, 0],
    ],
  );
});

test('an answer is settled with what its provider reported', async () => {
  const one = world({ says: 'hello' });
  await one.layer(question().question);
  assert.deepEqual(await ledgerOf(one), [15, 0]);
});

test('what failed before it was sent costs nothing', async () => {
  const one = world({ fails: 'unreachable', details: { sent: 'no' } });
  await failureOf(one.layer(question().question));
  assert.deepEqual(await ledgerOf(one), [0, 0]);
});

test('what was sent and came to nothing may cost its input, and is marked as an estimate', async () => {
  const one = world('server');
  await failureOf(one.layer(question().question));
  const { used, estimated } = (await turns(), one.ledger.standing('here').day);
  assert.deepEqual([used, estimated], [100, 100]);
});

test('what broke off in the middle costs its input and what had come, as the note of the attempt says', async () => {
  const one = world({ fails: 'reset', afterText: 'y'.repeat(48) });
  const { question: asked, notes } = question({ onEvent: () => undefined });
  await failureOf(one.layer(asked));
  const note = notes.find(({ kind }) => kind === 'attempt');
  const said = note?.kind === 'attempt' ? note.usage : undefined;
  assert.deepEqual([await ledgerOf(one), said?.inputTokens, said?.outputTokens], [[110, 0], 100, 10]);
});

test('a question that was stopped before it reached the server holds nothing', async () => {
  const one = world({ says: 'hello' });
  const { question: asked, stop } = question();
  const failed = failureOf(one.layer(asked));
  stop.abort(new Failure('cancelled'));
  assert.deepEqual([(await failed).kind, one.server.calls.length, await ledgerOf(one)], ['cancelled', 0, [0, 0]]);
});

test('a question that was stopped already asks the ledger nothing', async () => {
  const one = world({ says: 'hello' });
  const { question: asked, stop } = question();
  stop.abort(new Failure('cancelled'));
  await failureOf(one.layer(asked));
  assert.deepEqual(await ledgerOf(one), [0, 0]);
});

test('F161 what does not fit is not sent, and the failure lets other targets try', async () => {
  const one = world({ says: 'hello' }, { limits: { dayTokens: 199 } });
  const { question: asked, notes } = question();
  const { kind, details, rules } = await failureOf(one.layer(asked));
  assert.deepEqual(
    [kind, details.sent, details.code, details.facts, rules.next],
    ['budget-spent', 'no', 'day', { used: 0, limit: 199 }, 'any'],
  );
  const tokens = { needed: 200, left: 199 };
  assert.deepEqual(notes, [{ kind: 'over-budget', target: 'only', because: 'day', tokens }]);
  assert.deepEqual([one.server.calls.length, await ledgerOf(one)], [0, [0, 0]]);
});

test('F161 where the user wants it strict, the question ends there', async () => {
  const one = world({ says: 'hello' }, { limits: { dayTokens: 199 }, onExceeded: () => 'block' });
  const { kind, rules } = await failureOf(one.layer(question().question));
  assert.deepEqual([kind, rules.next, one.server.calls.length], ['budget-blocked', 'no', 0]);
});

test('the money of the month is told in dollars', async () => {
  const one = world({ says: 'hello' }, { limits: { dayTokens: 0, monthUsd: 0.000_15 } });
  const { details } = await failureOf(one.layer(question().question));
  assert.deepEqual([details.code, details.facts], ['money', { used: 0, limit: 0.000_15 }]);
});

test('one question over the budget is sent when the user lets it', async () => {
  const one = world({ says: 'hello' }, { limits: { dayTokens: 1 } });
  const answer = await one.layer(question({ overBudget: true }).question);
  assert.deepEqual([answer.text, await ledgerOf(one)], ['hello', [15, 0]]);
});

test('the estimate of the input is taken at the upper end of what it may be', async () => {
  const one = world('hangs', { upperFactor: () => 1.5 });
  const { question: asked, stop } = question();
  const failed = failureOf(one.layer(asked));
  await turns();
  assert.equal(today(one.ledger)[1], 250);
  stop.abort(new Failure('cancelled'));
  await failed;
});

test('no more is held for the answer than the model may write', async () => {
  const one = world('hangs', { target: targetOf('only', { maxOutputTokens: 30 }) });
  const { question: asked, stop } = question();
  const failed = failureOf(one.layer(asked));
  await turns();
  assert.equal(today(one.ledger)[1], 130);
  stop.abort(new Failure('cancelled'));
  await failed;
});

test('each attempt is reserved and settled for itself', async () => {
  const one = world('server');
  for (let attempts = 0; attempts < 3; attempts += 1) await failureOf(one.layer(question().question));
  await turns();
  assert.deepEqual([today(one.ledger)[0], one.ledger.overview()[0]?.attempts], [300, 3]);
});

const free: Price = { input: 0, output: 0 };
const kinds: Readonly<Record<string, readonly [Target, Price | undefined, boolean]>> = {
  'a model on this machine without a price': [targetOf('a', { loopback: true }), undefined, true],
  'a model on this machine with a price': [targetOf('a', { loopback: true }), price, false],
  'a model elsewhere that costs nothing': [targetOf('a'), free, true],
  'a model elsewhere whose price is unknown': [targetOf('a'), undefined, false],
  'a model that takes money for output alone': [targetOf('a'), { input: 0, output: 1 }, false],
};

for (const [name, [target, own, isIt]] of Object.entries(kinds)) {
  test(`${name} ${isIt ? 'is free' : 'is counted'}`, () => {
    assert.equal(
      isFree(target, () => own),
      isIt,
    );
  });
}

test('a target that is free is passed straight through, even when the budget is spent', async () => {
  const one = world(
    { says: 'hello' },
    { target: targetOf('only', { price: free }), limits: { dayTokens: 1 }, onExceeded: () => 'block' },
  );
  assert.equal((await one.layer(question().question)).text, 'hello');
  assert.deepEqual(await ledgerOf(one), [0, 0]);
});

test('a rehearsal has no ledger and passes', async () => {
  const { server, target } = world({ says: 'hello' }, { limits: { dayTokens: 1 } });
  assert.equal((await budget(target, undefined)(server.ask)(question().question)).text, 'hello');
});

test('a bug below passes untouched and is settled at the estimate', async () => {
  const { parts, target, ledger } = world({ says: 'hello' });
  const bug = new TypeError('a bug');
  const layer = budget(target, parts)(() => Promise.reject(bug));
  await assert.rejects(layer(question().question), bug);
  await turns();
  assert.deepEqual(today(ledger), [100, 0]);
});

/** A log on a disk that fails. */
const unkept = (log: SharedLog): SharedLog => ({
  subscribe: (kind, listener) => log.subscribe(kind, listener),
  append: record => log.append(record),
  refresh: () => log.refresh(),
  durable: false,
});

test('F178 where the user wants it strict, nothing that costs is sent while the ledger cannot be kept', async () => {
  const { log, window } = machine();
  const ledger = window(unkept(log.window()));
  const one = world({ says: 'hello' }, { ledger, onExceeded: () => 'block' });
  const { kind, details } = await failureOf(one.layer(question().question));
  await turns();
  assert.deepEqual([kind, details.code, details.sent, one.server.calls.length], ['budget-blocked', 'unkept', 'no', 0]);
  assert.deepEqual(today(ledger), [0, 0]);
});

test('where the user wants to be asked, a refusal ends the question until they have been', async () => {
  const kinds = async (overBudget?: boolean) => {
    const one = world({ says: 'hello' }, { limits: { dayTokens: 1 }, onExceeded: () => 'ask' });
    return (await failureOf(one.layer(question(overBudget === undefined ? {} : { overBudget }).question))).kind;
  };
  assert.deepEqual([await kinds(), await kinds(false)], ['budget-blocked', 'budget-spent']);
});

test('F178 otherwise requests keep working while the ledger cannot be kept', async () => {
  const { log, window } = machine();
  const ledger = window(unkept(log.window()));
  const one = world({ says: 'hello' }, { ledger });
  assert.equal((await one.layer(question().question)).text, 'hello');
});

test('F177 what other windows hold counts against an attempt here', async () => {
  const one = world({ says: 'hello' });
  await one.window().reserve(request(900));
  await caughtUp(one.ledger, one.clock);
  assert.equal((await failureOf(one.layer(question().question))).kind, 'budget-spent');
});

test('a target that costs is closed when the budget is used up, one that is free is not', async () => {
  const one = world({ says: 'hello' }, { limits: { dayTokens: 200 } });
  const { question: asked } = question();
  const closed = (target: Target, more: Partial<Question> = {}, parts: BudgetParts | undefined = one.parts) =>
    budgetCloses(target, { ...asked, ...more }, parts) !== undefined;
  const wanting = (onExceeded: 'ask' | 'block'): BudgetParts => ({ ...one.parts, onExceeded: () => onExceeded });
  const before = closed(one.target);
  const reservation = await one.ledger.reserve(request(200));
  if ('release' in reservation)
    await reservation.settle({ inputTokens: 200, outputTokens: 0, cachedInputTokens: 0, exact: true });
  assert.deepEqual(
    {
      before,
      after: closed(one.target),
      free: closed(targetOf('free', { price: free })),
      over: closed(one.target, { overBudget: true }),
      strict: closed(one.target, {}, wanting('block')),
      undecided: closed(one.target, {}, wanting('ask')),
      refused: closed(one.target, { overBudget: false }, wanting('ask')),
      rehearsed: budgetCloses(one.target, asked, undefined) !== undefined,
    },
    {
      before: false,
      after: true,
      free: false,
      over: false,
      strict: false,
      undecided: false,
      refused: true,
      rehearsed: false,
    },
  );
});

// https://github.com/sipyourdrink-ltd/bernstein/pull/3024: what was said before and what was booked came of two different sums
test('what is said before a question is what asking it then says, and saying it reserves nothing', async () => {
  for (const [dayTokens, expected] of [
    [199, 'day'],
    [200, undefined],
  ] as const) {
    const one = world({ says: 'hello' }, { limits: { dayTokens } });
    const { question: asked } = question();
    const said = budgetRefuses(one.target, { question: asked, times: 1 }, one.parts);
    const before = await ledgerOf(one);
    const outcome = await one.layer(asked).then(
      () => undefined,
      (failure: unknown) => (failure instanceof Failure ? failure.details.code : failure),
    );
    assert.deepEqual([said, before, outcome], [expected, [0, 0], expected]);
  }
});

test('of several requests all have to be covered', () => {
  const one = world({ says: 'hello' }, { limits: { dayTokens: 500 } });
  const said = [2, 3].map(times => budgetRefuses(one.target, { question: question().question, times }, one.parts));
  assert.deepEqual(said, [undefined, 'day']);
});

test('what costs nothing is never said to be over the budget', () => {
  const target = targetOf('here', { loopback: true });
  const one = world({ says: 'hello' }, { limits: { dayTokens: 1 }, target, priceOf: () => undefined });
  assert.equal(budgetRefuses(target, { question: question().question, times: 1 }, one.parts), undefined);
});
