import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SkipReason } from '../../../src/core/model/note.ts';
import type { Lane } from '../../../src/core/routing/lane.ts';
import { Skips } from '../../../src/core/routing/skips.ts';
import { ask, scripted } from '../../support/scripted.ts';

/** A chain of these targets, where some cannot be asked. */
function world(closed: Readonly<Record<string, SkipReason>>, only?: readonly string[]) {
  const lanes: readonly Lane[] = ['one', 'two', 'three'].map(id => ({
    ...scripted(id),
    closed: () => closed[id],
  }));
  const { question, notes } = ask(only ? { only } : {});
  const told = () => notes.map(note => (note.kind === 'skipped' ? `${note.target}: ${note.because}` : note.kind));
  return { lanes, skips: new Skips(lanes, question), told };
}

test('who is passed over is told when its turn would have come, and who comes later is not', () => {
  const { lanes, skips, told } = world({ one: 'circuit-open', three: 'quota' });
  skips.before(lanes[1]);
  assert.deepEqual(told(), ['one: circuit-open']);
});

test('when nobody is left everybody who was passed over is told, once', () => {
  const { lanes, skips, told } = world({ one: 'circuit-open', three: 'quota' });
  skips.before(lanes[1]);
  skips.before(undefined);
  skips.before(undefined);
  assert.deepEqual(told(), ['one: circuit-open', 'three: quota']);
});

test('a target that the question does not want is not allowed, whatever else holds it', () => {
  const { skips, lanes } = world({ one: 'circuit-open' }, ['two']);
  assert.deepEqual(
    [skips.reasons, lanes.filter(lane => !skips.has(lane)).map(({ target }) => target.id)],
    [['not-allowed', 'not-allowed'], ['two']],
  );
});
