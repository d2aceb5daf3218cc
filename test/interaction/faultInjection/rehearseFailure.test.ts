import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Circuits } from '../../../src/core/resilience/circuits.ts';
import { FaultInjection, type Script } from '../../../src/core/faultInjection.ts';
import type { Target } from '../../../src/core/model/target.ts';
import { followRehearsals } from '../../../src/interaction/faultInjection/followRehearsals.ts';
import { Rehearsals } from '../../../src/interaction/faultInjection/rehearsals.ts';
import { rehearseFailure } from '../../../src/interaction/faultInjection/rehearseFailure.ts';
import { targetOf } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import { ScriptedUser, type Reply } from '../../support/scriptedUser.ts';

const claude = targetOf('claude', { label: 'Claude' });
const gpt = targetOf('gpt', { label: 'GPT' });
const local = targetOf('local', { label: 'Local', loopback: true });
const copilot = targetOf('copilot', { label: 'Copilot', provider: 'vscode-lm' });

async function rehearse(targets: readonly Target[], replies: readonly Reply[], given?: unknown) {
  const user = new ScriptedUser(...replies);
  const started: Script[] = [];
  await rehearseFailure({ user, targets: () => targets, start: script => started.push(script) }, given);
  assert.deepEqual(user.unused, []);
  return { user, started };
}

const picks = (...labels: readonly string[]): readonly Reply[] => labels.map(label => ({ picks: label }));

test('the user chooses fault, place and length', async () => {
  const { started } = await rehearse([claude, gpt], picks('Silent server', 'Claude', 'For the next three questions'));
  assert.deepEqual(started, [{ fault: 'silent', at: { target: 'claude' }, questions: 3, forMs: 600_000 }]);
});

test('the first target comes first, then all, then the others', async () => {
  const { user } = await rehearse([claude, gpt, local], [...picks('Outage'), 'turns away']);
  assert.deepEqual(user.lists[1], ['Claude', 'all models', 'GPT', 'Local']);
});

test('turning away at any point starts nothing', async () => {
  const beginnings = [[], picks('Outage'), picks('Outage', 'all models')];
  for (const beginning of beginnings) {
    const { started } = await rehearse([claude], [...beginning, 'turns away']);
    assert.deepEqual(started, []);
  }
});

test('no network is everybody’s: the place is asked for only where this machine answers too', async () => {
  const alone = await rehearse([claude, gpt], picks('Offline', 'For five minutes'));
  const mixed = await rehearse(
    [claude, local],
    picks('Offline', 'all models except those on this machine', 'For five minutes'),
  );
  assert.deepEqual(
    [alone, mixed].map(({ started }) => started[0]?.at),
    ['all', 'elsewhere'],
  );
});

test('what the command is given is not asked', async () => {
  const { started } = await rehearse([claude, gpt], [], { fault: 'cut', at: 'gpt', lasts: 'question' });
  assert.deepEqual(started, [{ fault: 'cut', at: { target: 'gpt' }, questions: 1, forMs: 600_000 }]);
});

test('what the command is given wrongly is asked', async () => {
  for (const given of [null, 'cut', { fault: 'rm -rf' }, { fault: ['cut'] }, { __proto__: { fault: 'cut' } }]) {
    const { user } = await rehearse([claude], ['turns away'], given);
    assert.equal(user.lists.length, 1);
  }
});

test('models of other extensions have no wire to play on', async () => {
  const { user, started } = await rehearse([copilot], []);
  assert.deepEqual([started, user.saw.length], [[], 1]);
});

function rehearsals() {
  const clock = new VirtualClock();
  const options = { failureThreshold: 5, windowMs: 60_000, recoveryMs: 60_000, maxRecoveryMs: 300_000 };
  const all = new Rehearsals();
  const start = () =>
    all.start(
      onEnd => new FaultInjection({ clock, script, circuits: new Circuits(clock, () => options), onEnd }),
      ({ script: { fault } }) => fault,
    );
  return { clock, all, start };
}

const script: Script = { fault: 'outage', at: 'all', forMs: 60_000 };

test('a new rehearsal ends the one before, and each has circuits of its own', () => {
  const { all, start } = rehearsals();
  const [first, second] = [start(), start()];
  assert.deepEqual([first.isOver, second.isOver, all.current === second], [true, false, true]);
  assert.notEqual(first.circuits, second.circuits);
});

test('its beginning, its circuits and its end are told', async () => {
  const { clock, all, start } = rehearsals();
  const told: string[] = [];
  all.onDidChange(() => told.push(all.current?.circuits.of(claude).state.is ?? 'none'));
  start().circuits.of(claude).enter()?.fail(5);
  await clock.pass(60_000);
  assert.deepEqual([told[0], told.includes('open'), told.at(-1)], ['closed', true, 'none']);
});

test('what is made for a rehearsal is made anew with the settings, and gone with it', () => {
  const { all, start } = rehearsals();
  let changeSettings = (): void => undefined;
  let made = 0;
  const followed = followRehearsals(
    all,
    listener => {
      changeSettings = listener;
      return () => undefined;
    },
    () => ++made,
  );
  const seen = [followed.now];
  const { circuits } = start();
  seen.push(followed.now);
  circuits.of(claude).pause();
  seen.push(followed.now);
  changeSettings();
  seen.push(followed.now);
  all.end();
  seen.push(followed.now);
  assert.deepEqual(seen, [undefined, 1, 1, 2, undefined]);
});
