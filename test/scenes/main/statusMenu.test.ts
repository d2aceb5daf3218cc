import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { vscodeUser } from '../../../src/editor/platform/vscodeUser.ts';
import * as vscode from 'vscode';
import { Circuits } from '../../../src/core/resilience/circuits.ts';
import { Activity } from '../../../src/core/status/activity.ts';
import { describe } from '../../../src/core/status/status.ts';
import { viewStatus } from '../../../src/core/status/statusView.ts';
import { openStatusMenu } from '../../../src/editor/status/statusMenu.ts';
import { applyToTarget, chooseTarget } from '../../../src/editor/status/targetActions.ts';
import { Rehearsals } from '../../../src/interaction/faultInjection/rehearsals.ts';
import { targetOf } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

/** Two targets with real circuits and the parts that the menu is made of. */
function world() {
  const clock = new VirtualClock();
  const options = { failureThreshold: 5, windowMs: 60_000, recoveryMs: 60_000, maxRecoveryMs: 300_000 };
  const circuits = new Circuits(clock, () => options);
  const activity = new Activity(clock);
  const claude = targetOf('claude', { label: 'Claude $(zap)' });
  const targets = () => [claude, targetOf('gpt', { label: 'GPT' })];
  const surroundings = () => ({ restricted: false, enabled: true, localOnly: false });
  const sources = { clock, circuits, activity, targets, surroundings, barred: () => undefined };
  const feed = {
    clock,
    status: () => describe(viewStatus(sources)),
    rehearsed: () => undefined,
    waiting: () => 0,
    onDidChange: (listener: () => void) => circuits.onDidChange(listener),
  };
  const state = () => circuits.of(claude).state.is;
  const rehearsals = new Rehearsals();
  return {
    circuits,
    claude,
    state,
    rehearsals,
    parts: { feed, targets, circuits, activity, rehearsals, user: vscodeUser },
  };
}

suite('the status menu', () => {
  test('lists the targets with their state, and follows it', () => {
    const { circuits, claude, parts } = world();
    const menu = openStatusMenu(parts);
    const line = () => {
      const item = menu.items.find(({ label }) => label === 'Claude (zap)');
      return [item?.description, item?.buttons.map(({ tooltip }) => tooltip).join()];
    };
    try {
      assert.deepEqual(line(), ['ready', 'Pause,Test Model']);
      circuits.of(claude).enter()?.fail(5);
      assert.deepEqual(line(), ['paused after failures, next try in 10 s', 'Retry This Model,Pause,Test Model']);
    } finally {
      menu.hide();
    }
  });

  test('pauses, resumes and retries a target', async () => {
    const { circuits, claude, state } = world();
    await applyToTarget('pause', claude, [circuits]);
    assert.equal(state(), 'paused');
    await applyToTarget('resume', claude, [circuits]);
    assert.equal(state(), 'closed');
    circuits.of(claude).enter()?.fail(5);
    assert.equal(state(), 'open');
    await applyToTarget('retry', claude, [circuits]);
    assert.equal(state(), 'closed');
  });

  test('takes the id of a target, and asks when it was given anything else', async () => {
    const { claude, parts } = world();
    assert.equal((await chooseTarget('claude', 'Reset', parts))?.id, claude.id);
    for (const hostile of [undefined, 'nobody', { id: 'claude' }, ['claude'], () => 'claude', '__proto__']) {
      const chosen = chooseTarget(hostile, 'Reset', parts);
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      assert.equal(await chosen, undefined);
    }
  });
});
