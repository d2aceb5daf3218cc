import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Parts } from '../../../src/core/client.ts';
import { reasonOf } from '../../../src/core/model/clock.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { escalate } from '../../../src/core/escalation/escalate.ts';
import { agreementSign } from '../../../src/assist/agreement/agreementSign.ts';
import { answerOf, failureOf, shown } from '../../support/scripted.ts';
import { settle, VirtualClock } from '../../support/virtualClock.ts';
import { machine, price } from '../budget/ledgerScene.ts';
import { askEdit, classed, code, escalating, good, settings, soft, decidedIn, unfit } from './doubtScene.ts';

test('a good answer is not followed up', async () => {
  const first = classed('first', 'simple', good);
  const { client } = escalating([first, classed('strong', 'complex', good)]);
  const { question, notes } = askEdit();
  await client.ask(question);
  assert.deepEqual([first.calls.length, decidedIn(notes)], [1, []]);
});

test('a doubtful one is asked for once more, with what speaks against it', async () => {
  const first = classed('first', 'simple', unfit, good);
  const strong = classed('strong', 'complex', good);
  const { client } = escalating([first, strong]);
  const { question, notes } = askEdit();
  const answer = await client.ask(question);
  assert.deepEqual([answer.text, answer.from], [good.says, 'first']);
  assert.match(first.calls[1]?.request.parts.at(-1)?.text ?? '', /not usable\. It held no code block/);
  assert.deepEqual([decidedIn(notes), strong.calls.length], [['rephrased: first > first', 'better'], 0]);
});

test('when that does not help, the next stronger one is asked, with the same evidence', async () => {
  const first = classed('first', 'simple', unfit);
  const strong = classed('strong', 'complex', good);
  const next = classed('next', 'medium', good);
  const { client } = escalating([first, strong, next]);
  const { question, notes } = askEdit();
  const answer = await client.ask(question);
  assert.deepEqual([answer.from, first.calls.length, next.calls.length, strong.calls.length], ['next', 2, 1, 0]);
  assert.match(next.calls[0]?.request.parts.at(-1)?.text ?? '', /not usable/);
  assert.deepEqual(decidedIn(notes), ['rephrased: first > first', 'no-better', 'stronger: first > next', 'better']);
});

test('when all are doubtful, the first stays, and never is a third one asked for', async () => {
  const sources = (['simple', 'medium', 'complex'] as const).map(each => classed(each, each, unfit));
  const { client } = escalating(sources);
  const answer = await client.ask(askEdit().question);
  assert.deepEqual([answer.from, sources.map(({ calls }) => calls.length)], ['simple', [2, 1, 0]]);
});

test('a soft sign is better than a hard fact, and is followed up in its turn', async () => {
  const first = classed('first', 'simple', unfit, soft);
  const strong = classed('strong', 'complex', unfit);
  const { client } = escalating([first, strong]);
  const { question, notes } = askEdit();
  const answer = await client.ask(question);
  assert.deepEqual([answer.text, answer.from], [soft.says, 'first']);
  assert.deepEqual(decidedIn(notes), ['rephrased: first > first', 'better', 'stronger: first > strong', 'no-better']);
});

test('with disclaim nobody is asked again', async () => {
  const first = classed('first', 'simple', unfit);
  const strong = classed('strong', 'complex', good);
  const { client } = escalating([first, strong], { escalation: settings({ doubt: 'disclaim' }) });
  const { question, notes } = askEdit();
  const answer = await client.ask(question);
  assert.deepEqual([answer.text, first.calls.length, strong.calls.length, decidedIn(notes)], [unfit.says, 1, 0, []]);
});

test('nor in the background, nor for completions', async () => {
  const [first, strong] = [classed('first', 'simple', unfit), classed('strong', 'complex', good)];
  const { client } = escalating([first, strong]);
  await client.ask(askEdit({ priority: 'background', words: 'one' }).question);
  await client.ask(askEdit({ priority: 'inline', words: 'two' }).question);
  assert.deepEqual([first.calls.length, strong.calls.length], [2, 0]);
});

test('nor for what must be JSON, which is held to its form already', async () => {
  const first = classed('first', 'simple', { says: '{"a": 1}', finish: 'length' });
  const { client, journal } = escalating([first, classed('strong', 'complex', good)]);
  const json = { check: () => undefined, predefined: '{}' };
  const answer = await client.ask(askEdit({ expects: { ...code, json } }).question);
  assert.deepEqual([answer.confidence?.tier, first.calls.length], ['doubtful', 1]);
  assert.deepEqual(decidedIn(journal[0]?.notes ?? []), []);
});

test('of a chain without anybody stronger that is said', async () => {
  const first = classed('first', 'complex', unfit);
  const { client } = escalating([first, classed('other', 'simple', good)]);
  const { question, notes } = askEdit();
  await client.ask(question);
  assert.deepEqual(decidedIn(notes), ['rephrased: first > first', 'no-better', 'not: nobody-stronger']);
});

test('where only this computer may be asked, that is the reason', async () => {
  const { client } = escalating([classed('first', 'simple', unfit)], {
    escalation: settings({ isLocalOnly: () => true }),
  });
  const { question, notes } = askEdit();
  await client.ask(question);
  assert.deepEqual(decidedIn(notes).at(-1), 'not: local-only');
});

test('only those are asked that the question may go to', async () => {
  const strong = classed('strong', 'complex', good);
  const { client } = escalating([classed('first', 'simple', unfit), strong]);
  const { question, notes } = askEdit({ only: ['first'] });
  await client.ask(question);
  assert.deepEqual([strong.calls.length, decidedIn(notes).at(-1)], [0, 'not: not-chosen']);
});

test('one that is not allowed, or rests, is passed over for the next, and decidedIn when nobody is left', async () => {
  const [next, strong] = [classed('next', 'medium', good), classed('strong', 'complex', good)];
  const world = escalating([classed('first', 'simple', unfit), next, strong]);
  world.barred.set('next', 'not-confirmed');
  assert.equal((await world.client.ask(askEdit().question)).from, 'strong');
  world.circuits.of(strong.target).pause();
  const { question, notes } = askEdit({ words: 'another' });
  await world.client.ask(question);
  assert.deepEqual([next.calls.length, strong.calls.length], [0, 1]);
  assert.equal(decidedIn(notes).at(-1), 'not: not-confirmed next');
});

test('who declined in words is not followed by another model of its vendor', async () => {
  const declining = { says: "I'm sorry, but I can't help with that request." };
  const first = classed('first', 'simple', declining);
  const strong = classed('strong', 'complex', { says: 'It adds two numbers and gives their sum.' });
  const sameVendor = { ...strong, target: { ...strong.target, origin: first.target.origin } };
  const { client } = escalating([first, sameVendor]);
  const { question, notes } = askEdit({ task: 'ask', expects: { form: 'prose', language: 'go', code: 'a()\n' } });
  const answer = await client.ask(question);
  assert.deepEqual([answer.from, strong.calls.length], ['first', 0]);
  assert.equal(decidedIn(notes).at(-1), 'not: same-origin strong');
});

test('what the provider itself declined is not followed up', async () => {
  const first = classed('first', 'simple', { says: '', finish: 'refused' });
  const { client } = escalating([first, classed('strong', 'complex', good)]);
  const { question, notes } = askEdit();
  assert.deepEqual([(await client.ask(question)).finish, decidedIn(notes)], ['refused', []]);
});

test('a follow-up that fails loses nothing, is not tried again, and the stronger one is asked', async () => {
  const first = classed('first', 'simple', unfit, 'overloaded');
  const strong = classed('strong', 'complex', 'auth');
  const { client } = escalating([first, strong]);
  const { question, notes } = askEdit();
  const answer = await client.ask(question);
  assert.deepEqual([answer.text, first.calls.length, strong.calls.length], [unfit.says, 2, 1]);
  assert.deepEqual(decidedIn(notes), ['rephrased: first > first', 'overloaded', 'stronger: first > strong', 'auth']);
});

test('one that hangs ends before the time of the question does, and the answer that is there is given', async () => {
  const first = classed('first', 'simple', unfit, 'hangs');
  const strong = classed('strong', 'complex', 'hangs');
  const { client, clock } = escalating([first, strong], {
    limits: () => ({ connectMs: 60_000, firstTokenMs: 60_000, idleMs: 60_000 }),
  });
  const { question, notes } = askEdit({ until: clock.now() + 30_000 });
  let givenAt = 0;
  const asked = client.ask(question).then(answer => ((givenAt = clock.now()), answer));
  await clock.pass(30_000);
  assert.equal((await asked).text, unfit.says);
  assert.ok(givenAt > 0 && givenAt < question.until);
  assert.deepEqual(decidedIn(notes), [
    'rephrased: first > first',
    'out-of-time',
    'stronger: first > strong',
    'out-of-time',
  ]);
  assert.equal(clock.waiting, 0);
});

test('when the first answer took too much of the time, nobody is asked', async () => {
  const first = classed('first', 'simple', unfit);
  const strong = classed('strong', 'complex', good);
  const world = escalating([
    { ...first, ask: async question => (world.clock.jump(20_000), first.ask(question)) },
    strong,
  ]);
  const { question, notes } = askEdit({ until: world.clock.now() + 30_000 });
  await world.client.ask(question);
  assert.deepEqual([strong.calls.length, first.calls.length], [0, 1]);
  assert.deepEqual(decidedIn(notes), ['not: no-time strong']);
});

test('of a question whose attempts are used up, that is the reason', async () => {
  const world = escalating([classed('first', 'simple', unfit), classed('strong', 'complex', good)]);
  const { question, notes } = askEdit({ attempts: { left: 1 } });
  await world.client.ask(question);
  assert.deepEqual(decidedIn(notes), ['not: attempts strong']);
});

test('a cancel ends all, wherever it stands', async () => {
  for (const acts of [
    [unfit, 'hangs'],
    [unfit, unfit],
  ] as const) {
    const first = classed('first', 'simple', ...acts);
    const strong = classed('strong', 'complex', 'hangs');
    const { client, clock } = escalating([first, strong]);
    const { question, stop } = askEdit();
    const failed = failureOf(client.ask(question));
    await settle();
    stop.abort(new Failure('cancelled'));
    assert.equal((await failed).kind, 'cancelled');
    await settle();
    assert.equal(clock.waiting, 0);
  }
});

test('a doubtful answer is never remembered, a better one is', async () => {
  const doubtful = escalating([classed('first', 'complex', unfit)]);
  const sampling = { temperature: 0, maxOutputTokens: 100 };
  await doubtful.client.ask(askEdit({ sampling }).question);
  assert.equal((await doubtful.client.ask(askEdit({ sampling }).question)).freshness, 'live');
  const mended = escalating([classed('first', 'simple', unfit), classed('strong', 'complex', good)]);
  await mended.client.ask(askEdit({ sampling }).question);
  const again = await mended.client.ask(askEdit({ sampling }).question);
  assert.deepEqual([again.freshness, again.from, again.text], ['cached', 'strong', good.says]);
});

test('nobody watches what may not be shown in the end', async () => {
  const words = "I'm sorry, but I can't help with that request.";
  const first = classed('first', 'simple', { says: words });
  const strong = classed('strong', 'complex', { says: 'The function adds two numbers.' });
  const { client } = escalating([first, strong]);
  const { question, events } = askEdit({
    watched: true,
    task: 'ask',
    expects: { form: 'prose', language: 'go', code: 'a()\n' },
  });
  const answer = await client.ask(question);
  assert.deepEqual([answer.from, shown(events)], ['strong', words]);
});

test('the attempts of a question are counted on', async () => {
  const { client } = escalating([classed('first', 'simple', unfit), classed('strong', 'complex', good)]);
  const { question, notes } = askEdit();
  await client.ask(question);
  const numbers = notes.flatMap(note => (note.kind === 'attempt' ? [note.number] : []));
  assert.deepEqual([numbers, question.attempts.left], [[1, 2, 3], 3]);
});

test('an answer that the user had asked for with its reasons is not rephrased again', async () => {
  const first = classed('first', 'complex', unfit);
  const { client } = escalating([first]);
  const { request } = askEdit().question;
  await client.ask(askEdit({ request: { ...request, template: `${request.template}+rephrased` } }).question);
  assert.equal(first.calls.length, 1);
});

test('a bug in a follow-up is not taken for a failure of a target', async () => {
  const bug = new Error('a bug');
  const clock = new VirtualClock();
  const first = classed('first', 'simple');
  const confidence = { tier: 'doubtful', score: 0, signs: [{ code: 'no-code', weight: 'hard', facts: {} }] } as const;
  const { question } = askEdit({ route: [{ target: first.target, because: { code: 'chain' } }] });
  let asked = 0;
  const world = { clock, laneOf: () => ({ target: first.target, ask: first.ask, closed: () => undefined }) };
  const layer = escalate(settings(), { ...world, affords: () => true })(async () => {
    asked += 1;
    if (asked > 1) throw bug;
    return answerOf('first', 'no', { confidence });
  });
  await assert.rejects(layer(question), bug);
  assert.deepEqual([asked, clock.waiting], [2, 0]);
});

test('once it is cancelled, nobody is asked any more', async () => {
  const clock = new VirtualClock();
  const [first, strong] = [classed('first', 'simple'), classed('strong', 'complex')];
  const confidence = { tier: 'doubtful', score: 0, signs: [{ code: 'no-code', weight: 'hard', facts: {} }] } as const;
  const route = [first, strong].map(({ target }) => ({ target, because: { code: 'chain' } as const }));
  const { question, notes, stop } = askEdit({ route });
  let asked = 0;
  const laneOf = () => ({ target: first.target, ask: first.ask, closed: () => undefined });
  const layer = escalate(settings(), { clock, laneOf, affords: () => true })(async ({ signal }) => {
    asked += 1;
    if (asked === 1) return answerOf('first', 'no', { confidence });
    stop.abort(new Failure('cancelled'));
    throw reasonOf(signal);
  });
  assert.equal((await failureOf(layer(question))).kind, 'cancelled');
  assert.deepEqual([asked, decidedIn(notes), clock.waiting], [2, ['rephrased: first > first'], 0]);
});

/** The question that just fits into a budget, which its first answer then leaves too little of for another; `used`: of the day. */
async function atLimit(changes: { readonly overBudget?: boolean }) {
  for (let dayTokens = 10; ; dayTokens += 5) {
    const { clock, window } = machine({ dayTokens });
    const ledger = window();
    const budget: Parts['budget'] = {
      ...{ ledger, workspace: () => 'here', priceOf: () => price, upperFactor: () => 1 },
      onExceeded: () => 'degrade',
    };
    const [first, strong] = [classed('first', 'simple', unfit), classed('strong', 'complex', good)];
    const { client } = escalating([first, strong], { clock, budget });
    const { question, notes } = askEdit({ sampling: { maxOutputTokens: 20 }, ...changes });
    const end = await client.ask(question).catch(failure);
    if (end instanceof Failure) continue;
    return { from: end.from, calls: [first.calls.length, strong.calls.length], decidedIn: decidedIn(notes), dayTokens };
  }
}

const failure = (error: unknown): Failure => (error instanceof Failure ? error : new Failure('unknown'));

test('what is left of the budget is looked at before anybody is asked', async () => {
  const { from, calls, decidedIn: words } = await atLimit({});
  assert.deepEqual([from, calls, words], ['first', [1, 0], ['not: budget strong']]);
});

test('that the user lets one question go over the budget is not for what follows it', async () => {
  const { from, calls, decidedIn: words, dayTokens } = await atLimit({ overBudget: true });
  assert.deepEqual([from, calls, words, dayTokens], ['first', [1, 0], ['not: budget strong'], 10]);
});

test('what another model wrote of the same is told of the answer that is given, and weighs nothing', async () => {
  const told = async (strong: typeof good | typeof soft) => {
    const sources = [classed('first', 'simple', soft), classed('strong', 'complex', strong)];
    const { client } = escalating(sources, { escalation: settings({ agreement: agreementSign }) });
    const { from, confidence } = await client.ask(askEdit().question);
    const signs = confidence?.signs.map(sign => sign.code) ?? [];
    return [from, confidence?.tier, signs.filter(each => each.endsWith('agrees')).join()];
  };
  assert.deepEqual(await told(good), ['strong', 'checked', 'disagrees']);
  assert.deepEqual(await told(soft), ['first', 'doubtful', 'agrees']);
});
