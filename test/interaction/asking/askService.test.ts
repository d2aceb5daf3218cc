import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assistances } from '../../../src/assist/tasks/all.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import type { Note } from '../../../src/core/model/note.ts';
import type { QuestionRecord } from '../../../src/core/model/questionRecord.ts';
import type { Target } from '../../../src/core/model/target.ts';
import { Activity } from '../../../src/core/status/activity.ts';
import type { AskRequest } from '../../../src/interaction/asking/askRequest.ts';
import { AskService, type AskServiceParts } from '../../../src/interaction/asking/askService.ts';
import { contextOf } from '../../assist/context.ts';
import { askServiceParts } from '../../support/conversationParts.ts';
import { house } from '../../support/house.ts';
import { ask as asking, failureOf, scripted, type Act } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

const assistance = assistances.find(({ task }) => task === 'ask') ?? assert.fail();
const request: AskRequest = { assistance, context: contextOf({ input: 'what is this?' }) };

/** The whole client with one target that acts so, and a caller that is no panel. */
function world(act: Act, more: Partial<AskServiceParts> = {}) {
  const clock = new VirtualClock();
  const activity = new Activity(clock);
  const counted: QuestionRecord[] = [];
  const target = scripted('one', act);
  const observers = [activity, { ended: (record: QuestionRecord) => counted.push(record) }];
  const { client } = house([target], { clock, observers, caching: () => false });
  const notes: Note[] = [];
  const stop = new AbortController();
  const askService = new AskService({
    ...askServiceParts(clock, client.ask),
    client: () => client,
    ...more,
  });
  return {
    service: askService,
    clock,
    activity,
    counted,
    notes,
    calls: target.calls,
    stop: () => stop.abort(new Failure('cancelled')),
    ask: (options = {}) =>
      askService.ask(request, { id: 'commit message', signal: stop.signal, onNote: note => notes.push(note) }, options),
    preview: () => askService.preview(request),
  };
}

const settled = () => new Promise(setImmediate);

test('a caller that is not the panel asks and is answered', async () => {
  const { ask } = world({ says: 'a price' });
  assert.equal((await ask()).answer.text, 'a price');
});

test('it is counted: observers learn of its question, under its own id and task, and it hears the notes', async () => {
  const { ask, counted, notes } = world({ says: 'a price' });
  await ask();
  assert.deepEqual(
    counted.map(({ id, task, end }) => [id, task, 'answer' in end]),
    [['commit message', 'ask', true]],
  );
  assert.ok(notes.some(({ kind }) => kind === 'attempt'));
});

test('it shows in the status while it is under way', async () => {
  const { ask, activity, stop } = world('hangs');
  const asked = ask();
  await settled();
  assert.deepEqual(
    activity.running.map(({ id, target }) => [id, target]),
    [['commit message', 'one']],
  );
  stop();
  await failureOf(asked);
});

test('its own signal cancels it, and the status forgets it', async () => {
  const { ask, activity, stop } = world('hangs');
  const asked = ask();
  await settled();
  stop();
  assert.equal((await failureOf(asked)).kind, 'cancelled');
  assert.deepEqual(activity.running, []);
});

test('who is not allowed to ask anybody asks nobody, and the failure says that nothing was sent', async () => {
  const { ask, calls } = world({ says: 'a price' }, { confirm: () => Promise.resolve(false) });
  const { kind, details } = await failureOf(ask());
  assert.deepEqual([kind, details.sent, calls.length], ['not-confirmed', 'no', 0]);
});

test('the user is asked about those targets only that may be asked this time', async () => {
  const confirmed: (readonly Target[])[] = [];
  const { ask } = world(
    { says: 'a price' },
    {
      confirm: async targets => {
        confirmed.push(targets);
        return false;
      },
    },
  );
  await failureOf(ask({ only: ['another'] }));
  assert.deepEqual(confirmed, [[]]);
});

test('when nobody is set up somebody is looked for, before the user is asked for consent', async () => {
  const steps: string[] = [];
  const { client } = house([]);
  const { ask } = world('hangs', {
    client: () => client,
    findTargets: async () => void steps.push('look'),
    confirm: async () => {
      steps.push('consent');
      return false;
    },
  });
  await failureOf(ask());
  assert.deepEqual(steps, ['look', 'consent']);
});

test('what the budget forbids the user may allow, and then it is asked over budget', async () => {
  const asked: (boolean | undefined)[] = [];
  const { client } = house([scripted('one')]);
  const { ask } = world('hangs', {
    client: () => ({
      ...client,
      ask: async question => {
        asked.push(question.overBudget);
        if (!question.overBudget) throw new Failure('budget-blocked');
        return client.ask(question);
      },
    }),
    overBudgetPolicy: { takeLeave: () => false, hasLeave: () => false, askLeave: async () => true },
  });
  await ask();
  assert.deepEqual(asked, [undefined, true]);
});

test('what the user has let go over the budget once is not expected to be refused, and the leave stays', async () => {
  const { client } = house([scripted('one')]);
  const previews = (await client.preview(asking().question)).map(each => ({ ...each, overBudget: 'day' as const }));
  const expected = async (hasLeave: boolean) => {
    const { service } = world('hangs', {
      client: () => ({ ...client, preview: async () => previews }),
      overBudgetPolicy: {
        takeLeave: () => assert.fail('it is only looked at'),
        hasLeave: () => hasLeave,
        askLeave: async () => undefined,
      },
    });
    return (await service.expect(request))[0]?.overBudget;
  };
  assert.deepEqual([await expected(false), await expected(true)], ['day', undefined]);
});

test('a preview asks for no consent and sends nothing', async () => {
  const { preview, calls } = world({ says: 'a price' }, { confirm: () => assert.fail('nothing is sent') });
  assert.deepEqual([(await preview()).map(({ target }) => target.id), calls.length], [['one'], 0]);
});

const instructions = () =>
  Promise.resolve({
    used: [{ kind: 'agents' as const, file: 'AGENTS.md', text: 'Use tabs.', isCut: true }],
    unused: [{ file: 'CLAUDE.md', because: 'unreadable' as const }],
  });

test('instructions of the workspace go along, and it is told which', async () => {
  const { ask, calls, notes } = world({ says: 'a price' }, { instructions });
  await ask();
  assert.match(JSON.stringify(calls), /<instructions file=\\"AGENTS\.md\\">\\nUse tabs\./);
  assert.deepEqual(notes[0], {
    kind: 'instructions',
    used: ['AGENTS.md'],
    cut: ['AGENTS.md'],
    unused: [{ file: 'CLAUDE.md', because: 'unreadable' }],
  });
});

test('a preview shows them, and tells nobody', async () => {
  const { preview, notes } = world({ says: 'a price' }, { instructions });
  const [first] = await preview();
  assert.ok(first?.sections.some(({ name }) => name === 'instructions of AGENTS.md'));
  assert.deepEqual(notes, []);
});

test('a question about a file that was changed since the last one begins as that one did, and a preview shows it', async () => {
  const { calls, service } = world({ says: 'a price' });
  const lines = Array.from({ length: 40 }, (_, at) => `line ${at};\n`);
  const asked = (all: readonly string[]): AskRequest => ({
    assistance,
    context: contextOf({ before: all.join(''), document: all.join(''), input: 'why?' }),
  });
  const watch = { signal: new AbortController().signal };
  await service.ask(asked(lines), watch);
  const later = asked(lines.with(9, 'changed;\n'));
  const [preview] = await service.preview(later);
  await service.ask(later, watch);
  const [first, second] = calls.map(({ request: { parts } }) => parts.map(({ text }) => text));
  assert.deepEqual(second?.slice(0, 3), first?.slice(0, 3));
  assert.match(second?.[3] ?? '', /\+changed;/);
  assert.equal(preview?.messages.map(({ content }) => content).join('\n\n'), second?.join('\n\n'));
});

/** What was sent, or why nothing was, of a question that a trusted window had gathered. */
async function sentRestricted(task: string): Promise<string> {
  const clock = new VirtualClock();
  const target = scripted('one', { says: 'a price' });
  const { client } = house([target], { clock, caching: () => false });
  const askService = new AskService({
    ...askServiceParts(clock, client.ask),
    client: () => client,
    isTrusted: () => false,
  });
  const kept: AskRequest = {
    assistance: assistances.find(each => each.task === task) ?? assert.fail(),
    context: contextOf({ before: 'canary', added: [{ title: 'canary', language: 'text', text: 'canary' }] }),
  };
  const asked = askService.ask(kept, { signal: new AbortController().signal });
  const { kind } = await asked.then(
    () => ({ kind: '' }),
    (error: unknown) => (error instanceof Failure ? error : assert.fail()),
  );
  return kind + JSON.stringify(target.calls.map(({ request: { parts } }) => parts));
}

test('in restricted mode a question of a trusted window goes with the code alone', async () => {
  const sent = await sentRestricted('explain');
  assert.deepEqual([sent.includes('canary'), sent.includes('const price = 1;')], [false, true]);
});

test('in restricted mode no changes of a repository go', async () => {
  for (const task of ['commitMessage', 'reviewChanges', 'reviewCommit', 'editFiles'])
    assert.equal(await sentRestricted(task), 'not-confirmed[]', task);
});

test('changes that are too much for one request are reviewed in several, and their findings are one answer', async () => {
  const clock = new VirtualClock();
  const targets = [scripted('one', { says: '{"findings":[]}' })];
  const { client } = house(targets, { clock });
  const service = new AskService({
    ...askServiceParts(clock, client.ask),
    client: () => client,
    maxInputTokens: () => 1_500,
  });
  const reviewing = assistances.find(({ task }) => task === 'reviewChanges') ?? assert.fail();
  const lines = Array.from({ length: 120 }, (_, at) => `+const value${at} = compute(${at});`).join('\n');
  const files = ['a', 'b', 'c'].map(
    name => `diff --git a/${name}.ts b/${name}.ts\n--- a/${name}.ts\n+++ b/${name}.ts\n@@ -1 +1,120 @@\n${lines}\n`,
  );
  const notes: Note[] = [];
  const large: AskRequest = { assistance: reviewing, context: contextOf({ code: files.join('') }) };
  const watch = { id: 'review', signal: new AbortController().signal, onNote: (note: Note) => notes.push(note) };
  const { answer } = await service.ask(large, watch);
  assert.deepEqual(
    targets[0]?.calls.map(({ id }) => id),
    ['review', 'review-2', 'review-3'],
  );
  assert.deepEqual([answer.text, answer.usage.inputTokens, answer.degraded], ['{"findings":[]}', 30, []]);
  assert.equal(
    notes.some(({ kind }) => kind === 'trimmed'),
    false,
  );
});
