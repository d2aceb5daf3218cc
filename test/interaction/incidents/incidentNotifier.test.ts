import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import { IncidentNotifier } from '../../../src/interaction/incidents/incidentNotifier.ts';
import { recorded, recordOf } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import type { QuestionRecord } from '../../../src/core/model/questionRecord.ts';
import type { NotificationLevel } from '../../../src/interaction/platform/notificationLevel.ts';

function world(level: NotificationLevel = 'important', press?: string) {
  const clock = new VirtualClock();
  const shown: string[] = [];
  const buttons: string[][] = [];
  const done: string[] = [];
  const about: (string | undefined)[] = [];
  const incidents = new IncidentNotifier({
    clock,
    level: () => level,
    labelOf: target => target.toUpperCase(),
    show: (message, ...offered) => {
      shown.push(message);
      buttons.push([...offered]);
      return Promise.resolve(press);
    },
    act: (action, wanted) => Promise.resolve(done.push(action) + about.push(wanted)),
    mute: () => Promise.resolve(done.push('mute')),
  });
  const hear = (end: QuestionRecord['end'], notes: QuestionRecord['notes'] = []) =>
    incidents.hear(recordOf({ task: 'ask', notes, end }));
  return { clock, shown, buttons, done, about, hear };
}

const overloaded = new Failure('overloaded', {
  target: 'claude',
  others: [new Failure('server-not-running', { target: 'local' })],
});
const rejected = new Failure('auth', { target: 'claude', status: 401 });

test('a failed question is told with what became of everybody and what to do', async () => {
  const { shown, hear } = world();
  await hear({ failure: overloaded });
  assert.deepEqual(shown, [
    'CLAUDE is overloaded. The other models did not answer either: LOCAL (server not running). Ask again in a moment.',
  ]);
});

test('an answer without a model is a failed question, and says what was done instead', async () => {
  const { shown, hear } = world();
  await hear({ answer: recorded('offline', 'facts', { insteadOf: rejected }) });
  assert.deepEqual(shown, [
    'CLAUDE rejects the API key (401). You see what the editor knows instead. Enter the key again.',
  ]);
});

test('that nothing is set up is no incident: the panel says so, with the buttons that help', async () => {
  const { shown, hear } = world();
  await hear({ answer: recorded('offline', 'facts', { insteadOf: new Failure('no-target') }) });
  assert.deepEqual(shown, []);
});

test('an older answer is not said to be put together without a model', async () => {
  const { shown, hear } = world();
  await hear({ answer: recorded('claude', 'as before', { freshness: 'stale', insteadOf: rejected }) });
  assert.deepEqual(shown, [
    'CLAUDE rejects the API key (401). You see an older answer to the same question instead. Enter the key again.',
  ]);
});

test('an incident is told once, and is over ten minutes after its last failure', async () => {
  const { clock, shown, hear } = world();
  for (const passMs of [0, 599_000, 599_000]) {
    await clock.pass(passMs);
    await hear({ failure: overloaded });
  }
  assert.equal(shown.length, 1);
  await clock.pass(600_000);
  await hear({ failure: overloaded });
  assert.equal(shown.length, 2);
});

test('what the user stopped or did not allow is no incident', async () => {
  const { shown, hear } = world();
  await hear({ failure: new Failure('cancelled') });
  await hear({ failure: new Failure('not-confirmed') });
  await hear({ answer: recorded('offline', 'facts', { insteadOf: new Failure('not-confirmed') }) });
  assert.deepEqual(shown, []);
});

test('nothing is told to whom wants no notifications', async () => {
  const { shown, hear } = world('none');
  await hear({ failure: overloaded });
  assert.deepEqual(shown, []);
});

test('it offers what helps, and to be quiet from now on', async () => {
  const { buttons, hear } = world();
  await hear({ failure: rejected });
  assert.deepEqual(buttons, [['Set API Key…', 'Ask Later', 'Don’t Show Again']]);
});

test('a question that no model answered can be asked later from the message, and it is that question', async () => {
  const { buttons, done, about, hear } = world('important', 'Ask Later');
  await hear({ failure: overloaded });
  assert.deepEqual([buttons, done, about], [[['Ask Later', 'Show Log', 'Don’t Show Again']], ['askLater'], ['q']]);
});

test('a button does what it says', async () => {
  const { done, hear } = world('important', 'Set API Key…');
  await hear({ failure: rejected });
  assert.deepEqual(done, ['setKey']);
});

test('to be quiet from now on is asked for only by that button', async () => {
  const quiet = world('important', 'Don’t Show Again');
  const closed = world('important', undefined);
  await quiet.hear({ failure: rejected });
  await closed.hear({ failure: rejected });
  assert.deepEqual([quiet.done, closed.done], [['mute'], []]);
});

test('that another target stepped in is told only to whom wants to hear all', async () => {
  const fallback = { kind: 'fallback', from: 'claude', to: 'gpt', because: 'overloaded' } as const;
  const all = world('all');
  const important = world('important');
  for (const { hear } of [all, all, important]) await hear({ answer: recorded('gpt', 'x') }, [fallback]);
  assert.deepEqual([all.shown, important.shown], [['CLAUDE: overloaded. GPT answered instead.'], []]);
});

test('no link comes of what a provider says', async () => {
  const { shown, hear } = world();
  await hear({ failure: new Failure('server', { target: 'x', said: '[log in](command:evil)' }) });
  assert.match(shown[0] ?? '', /\(log in\)\(command:evil\)/);
});

const attempt = (target: string, failure?: Failure) =>
  ({
    kind: 'attempt',
    target,
    number: 1,
    outcome: failure?.kind ?? 'answered',
    tookMs: 1,
    spent: 'nothing',
    ...(failure && { failure }),
  }) as const;

test('what only the user can mend is told once although another target answers, with the button that mends it', async () => {
  const { shown, buttons, hear } = world();
  const answer = recorded('gpt', 'x');
  for (let times = 0; times < 2; times += 1) await hear({ answer }, [attempt('claude', rejected), attempt('gpt')]);
  assert.deepEqual(shown, ['CLAUDE rejects the API key (401). GPT answered instead. Enter the key again.']);
  assert.deepEqual(buttons[0]?.slice(0, -1), ['Set API Key…', 'Show Log']);
});

test('what was mended and fails again is told again', async () => {
  const { shown, hear } = world();
  const answer = recorded('gpt', 'x');
  await hear({ answer }, [attempt('claude', rejected), attempt('gpt')]);
  await hear({ answer: recorded('claude', 'x') }, [attempt('claude')]);
  await hear({ answer }, [attempt('claude', rejected), attempt('gpt')]);
  assert.equal(shown.length, 2);
});

test('what mends itself is not told while another target answers, nor what is rehearsed', async () => {
  const { shown, hear } = world();
  const answer = recorded('gpt', 'x');
  const played = new Failure('auth', { target: 'claude', facts: { rehearsed: 'yes' } });
  for (const failure of [new Failure('overloaded', { target: 'claude' }), played])
    await hear({ answer }, [attempt('claude', failure), attempt('gpt')]);
  assert.deepEqual(shown, []);
});

test('a question that nobody answers is told once, with what only the user can mend among it', async () => {
  const { shown, hear } = world();
  await hear({ failure: rejected }, [attempt('claude', rejected)]);
  await hear({ failure: rejected }, [attempt('claude', rejected)]);
  assert.equal(shown.length, 1);
});

test('the button is told which target it is about', async () => {
  const targets: (string | undefined)[] = [];
  const clock = new VirtualClock();
  const incidents = new IncidentNotifier({
    clock,
    level: () => 'important',
    labelOf: target => target,
    show: () => Promise.resolve('Set API Key…'),
    act: (_action, target) => Promise.resolve(targets.push(target)),
    mute: () => Promise.resolve(),
  });
  const end = { answer: recorded('gpt', 'x') };
  await incidents.hear(recordOf({ task: 'ask', notes: [attempt('claude', rejected)], end }));
  assert.deepEqual(targets, ['claude']);
});
