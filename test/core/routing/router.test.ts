import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asWritten, createRoute, type Route, type TaskSetting } from '../../../src/core/routing/router.ts';
import { defaultThresholds } from '../../../src/core/routing/complexity.ts';
import { unknownPace } from '../../../src/core/resilience/paceRecord.ts';
import { tiered } from '../../../src/core/routing/strategies/tiered.ts';
import { strategiesWith, strategyNames, type StrategyName } from '../../../src/core/routing/strategies/all.ts';
import type { Task } from '../../../src/core/model/purpose.ts';
import type { Ranked, RoutedQuestion } from '../../../src/core/model/question.ts';
import type { Target } from '../../../src/core/model/target.ts';
import type { QuestionRecord } from '../../../src/core/model/questionRecord.ts';
import { decisionsOf } from '../../../src/core/journal/decisionsOf.ts';
import { house } from '../../support/house.ts';
import { ask, scripted, targetOf, type Scripted } from '../../support/scripted.ts';
import { codesIn, idsIn } from './routes.ts';

const reversed: Route = (question, candidates) => asWritten(question, candidates).toReversed();

/** Two targets that answer, asked the other way round than they are written, and what an observer learns. */
function reversedWorld() {
  const [first, second] = [scripted('first', { says: 'one' }), scripted('second', { says: 'two' })];
  const began: string[][] = [];
  const records: QuestionRecord[] = [];
  const observer = {
    began: (_id: string, chain: readonly { readonly id: string }[]) => began.push(chain.map(({ id }) => id)),
    ended: (record: QuestionRecord) => records.push(record),
  };
  return { ...house([first, second], { route: reversed, observers: [observer] }), first, second, began, records };
}

test('as written, the chain stays as it is', () => {
  const chain = ['one', 'two'].map(id => targetOf(id));
  const placed = asWritten({ taskClass: 'standard' }, chain);
  assert.deepEqual(
    placed.map(({ target }) => target),
    chain,
  );
});

test('who is asked first is decided by the route', async () => {
  const { client, first, second } = reversedWorld();
  assert.equal((await client.ask(ask().question)).from, 'second');
  assert.deepEqual([first.calls.length, second.calls.length], [0, 1]);
});

test('observers learn the order of the route, and whom it puts first also of a question that may not go there', async () => {
  const { client, began, records } = reversedWorld();
  await client.ask(ask().question);
  await client.ask(ask({ only: ['first'] }).question);
  assert.deepEqual(began, [['second', 'first'], ['first']]);
  assert.deepEqual(
    records.map(record => record.first),
    ['second', 'second'],
  );
});

test('of two remembered answers the one of the target that would be asked first is given', async () => {
  const { client } = reversedWorld();
  for (const only of ['first', 'second']) await client.ask(ask({ only: [only] }).question);
  const { from, freshness } = await client.ask(ask().question);
  assert.deepEqual([from, freshness], ['second', 'cached']);
});

interface RoutedWorld {
  readonly strategy?: StrategyName;
  readonly set?: TaskSetting;
  readonly held?: readonly string[];
  /** Of the weak one, tokens. */
  readonly window?: number;
  readonly mostWritten?: number;
}

/** A route over a strong, dear target and a weak, cheap one, in this order. */
function routeIn({ strategy = 'tiered', set, held = [], window, mostWritten }: RoutedWorld = {}): (
  question: RoutedQuestion,
) => readonly Ranked[] {
  const chain: readonly Target[] = [
    { ...targetOf('strong'), class: 'complex', price: { input: 5, output: 25 } },
    {
      ...targetOf('weak'),
      class: 'simple',
      price: { input: 0.5, output: 2 },
      ...(window !== undefined && { contextWindow: window }),
      ...(mostWritten !== undefined && { maxOutputTokens: mostWritten }),
    },
  ];
  const route = createRoute({
    strategy: () => strategiesWith({ tiered, learned: tiered })[strategy],
    setFor: task => (task === 'explain' ? set : undefined),
    thresholds: () => defaultThresholds,
    paceOf: () => unknownPace,
    priceOf: ({ price }) => price,
    room: { windowOf: ({ contextWindow }) => contextWindow, upperFactor: () => 1 },
    isReady: ({ id }) => !held.includes(id),
    chance: () => 0.99,
  });
  return question => route(question, chain);
}

const asksFor = (task: Task, more: Partial<RoutedQuestion> = {}): RoutedQuestion => ({
  taskClass: 'standard',
  purpose: { task, scope: '', expects: { form: 'prose', language: 'typescript', code: 'let a = 1;' } },
  request: { template: 't@1', parts: [], sampling: { maxOutputTokens: 1_000 } },
  ...more,
});

test('a simple question goes to the weak one, and says why', () => {
  const [first, second] = routeIn()(asksFor('explain'));
  assert.deepEqual([first?.target.id, first?.because], ['weak', { code: 'class', wanted: 'simple' }]);
  assert.deepEqual([second?.target.id, second?.because.code], ['strong', 'stronger']);
});

test('what the user has set for a task goes before the strategy: a model, or how strong one shall be', () => {
  assert.deepEqual(codesIn(routeIn({ set: { target: 'strong' } })(asksFor('explain'))), ['chosen', 'class']);
  assert.deepEqual(idsIn(routeIn({ set: { class: 'complex' } })(asksFor('explain'))), ['strong', 'weak']);
  assert.deepEqual(idsIn(routeIn({ set: { target: 'gone' } })(asksFor('explain'))), ['weak', 'strong']);
  assert.deepEqual(codesIn(routeIn({ strategy: 'ordered', set: { target: 'weak' } })(asksFor('explain'))), [
    'chosen',
    'chain',
  ]);
});

test('a strength that is set for a task holds whatever the strategy is', () => {
  for (const strategy of strategyNames)
    assert.deepEqual(
      idsIn(routeIn({ strategy, set: { class: 'simple' } })(asksFor('explain'))),
      ['weak', 'strong'],
      strategy,
    );
});

// a conversation that changes its model unseen gets worse unseen: microsoft/vscode#276775, #308221
test('a conversation stays with who has answered it, unless that one is held back or weaker than the question asks for', () => {
  assert.deepEqual(codesIn(routeIn()(asksFor('explain', { answeredBefore: 'strong' }))), ['conversation', 'class']);
  assert.deepEqual(idsIn(routeIn({ held: ['strong'] })(asksFor('explain', { answeredBefore: 'strong' }))), [
    'weak',
    'strong',
  ]);
  assert.deepEqual(idsIn(routeIn()(asksFor('editFiles', { answeredBefore: 'weak' }))), ['strong', 'weak']);
});

// "the routed model and the executed one do not match": microsoft/vscode#328630
test('the order is decided once for a question, and all that looks at it sees the same', async () => {
  const [first, second] = [scripted('first', { says: 'one' }), scripted('second', { says: 'two' })];
  let asked = 0;
  const alternating: Route = (question, candidates) => {
    asked += 1;
    const written = asWritten(question, candidates);
    return asked % 2 === 1 ? written.toReversed() : written;
  };
  const { client, journal } = house([first, second], { route: alternating });
  const { from } = await client.ask(ask().question);
  assert.deepEqual([asked, from, journal[0]?.first], [1, 'second', 'second']);
});

test('why the first one was asked is noted, also where the chain stands as it is written; the journal has only what was decided', async () => {
  const [first, second] = [scripted('first', { says: 'one' }), scripted('second', { says: 'two' })];
  const chosen: Route = (_question, candidates) => candidates.map(target => ({ target, because: { code: 'chosen' } }));
  const { question, notes } = ask();
  await house([first, second], { route: chosen }).client.ask(question);
  assert.partialDeepStrictEqual(notes, [{ kind: 'routed', target: 'first', because: { code: 'chosen' } }]);
  const written = ask();
  await house([first, second]).client.ask(written.question);
  assert.partialDeepStrictEqual(written.notes, [{ kind: 'routed', target: 'first', because: { code: 'chain' } }]);
  assert.deepEqual([decisionsOf(written.notes), decisionsOf(notes).map(({ kind }) => kind)], [[], ['routed']]);
});

test('an answer of a weaker model than the question asks for is marked while a stronger one is in the chain', async () => {
  const weak = scripted('weak', { says: 'one' });
  const strong = scripted('strong', 'auth');
  const degradedWith = async (targets: readonly Scripted[]) => {
    const route: Route = (_question, candidates) =>
      candidates.map(target => ({
        target,
        because: target.id === 'weak' ? { code: 'weaker', wanted: 'complex' } : { code: 'class', wanted: 'complex' },
      }));
    const { client } = house(
      targets.map(each => ({ ...each, target: { ...each.target, class: each === weak ? 'simple' : 'complex' } })),
      { route },
    );
    return (await client.ask(ask().question)).degraded;
  };
  assert.deepEqual([await degradedWith([strong, weak]), await degradedWith([weak])], [['smaller-model'], []]);
});

test('one whose window would cut the prompt comes last, by the room that the prompt is later fitted into', () => {
  const text = 'word '.repeat(8_000);
  const request = {
    template: 't@1',
    parts: [{ kind: 'text', name: 'file', role: 'user', text, priority: 50 }] as const,
    sampling: { maxOutputTokens: 1_000 },
  };
  const asked = asksFor('rename', { request });
  assert.deepEqual(codesIn(routeIn({ window: 8_192 })(asked)), ['stronger', 'too-small']);
  assert.deepEqual(codesIn(routeIn({ window: 32_000 })(asked)), ['class', 'stronger']);
});

// an answer that stops in the middle is no edit: the prompt fits, the model may not write as much
test('code that comes back whole does not go first to one that may not write as much', () => {
  const codeOf = (lines: number, more = {}): RoutedQuestion =>
    asksFor('edit', {
      purpose: {
        task: 'edit',
        scope: '',
        expects: { form: 'code', language: 'typescript', code: 'let a = 1;\n'.repeat(lines), ...more },
      },
    });
  const route = routeIn({ strategy: 'cheapest', mostWritten: 500 });
  assert.deepEqual(codesIn(route(codeOf(400))), ['cheapest', 'too-small']);
  assert.deepEqual(idsIn(route(codeOf(100))), ['weak', 'strong']);
  assert.deepEqual(idsIn(route(codeOf(400, { isInBlocks: true }))), ['weak', 'strong']);
});
