import assert from 'node:assert/strict';
import { test } from 'node:test';
import { taskEntry, withTaskEntry } from '../../../src/interaction/settings/withTaskEntry.ts';

const changed = (value: unknown) => ({ kind: 'changed', value });

test('a task is set where nothing was set yet', () => {
  for (const stored of [undefined, null, {}])
    assert.deepEqual(withTaskEntry(stored, 'explain', 'claude'), changed({ explain: 'claude' }));
});

// https://github.com/REditorSupport/vscode-R/issues/1680, https://github.com/sudoaugustin/vslook/issues/8: what else stood in the setting was gone
// https://github.com/Yeachan-Heo/gajae-code/pull/2002: what could not be read was lost when a neighbour was written
test('everything else stays as it stands and where it stands, also what nobody can read', () => {
  const stored = { dance: 'claude', fix: 7, explain: 'gpt', docs: null, edit: { model: ['x'] } };
  const change = withTaskEntry(stored, 'explain', 'claude');
  assert.equal(
    JSON.stringify(change.kind === 'changed' && change.value),
    '{"dance":"claude","fix":7,"explain":"claude","docs":null,"edit":{"model":["x"]}}',
  );
});

test('an entry that cannot be read makes way for the one of the same task', () => {
  assert.deepEqual(withTaskEntry({ fix: 7, docs: 'gpt' }, 'fix', 'claude'), changed({ fix: 'claude', docs: 'gpt' }));
});

test('a task is taken out, and a setting that is left empty goes altogether', () => {
  assert.deepEqual(
    [
      withTaskEntry({ explain: 'gpt', dance: 1 }, 'explain', undefined),
      withTaskEntry({ explain: 'gpt' }, 'explain', undefined),
    ],
    [changed({ dance: 1 }), changed(undefined)],
  );
});

test('nothing is written where it says so already', () => {
  assert.deepEqual(
    [withTaskEntry({ explain: 'gpt' }, 'explain', 'gpt'), withTaskEntry(undefined, 'explain', undefined)],
    [{ kind: 'same' }, { kind: 'same' }],
  );
});

test('what is no list of tasks is left alone', () => {
  for (const stored of [['explain', 'gpt'], [], 'explain: gpt', '', 7, 0, true, false])
    for (const entry of ['claude', undefined])
      assert.deepEqual(withTaskEntry(stored, 'explain', entry), { kind: 'unreadable' }, JSON.stringify(stored));
});

test('what everything inherits is no entry, and an entry of such a name stays one', () => {
  const stored: unknown = JSON.parse('{"__proto__":{"explain":"evil"},"constructor":"gpt","explain":"gpt"}');
  const set = withTaskEntry(stored, 'docs', 'claude');
  const taken = withTaskEntry(stored, 'explain', undefined);
  assert.equal(taskEntry(JSON.parse('{"__proto__":{"explain":"evil"}}'), 'explain'), undefined);
  assert.deepEqual(
    [set, taken].map(change => JSON.stringify(change.kind === 'changed' && change.value)),
    [
      '{"__proto__":{"explain":"evil"},"constructor":"gpt","explain":"gpt","docs":"claude"}',
      '{"__proto__":{"explain":"evil"},"constructor":"gpt"}',
    ],
  );
});

test('of ten thousand entries none is lost', () => {
  const stored = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`task${at}`, at]));
  assert.deepEqual(withTaskEntry(stored, 'explain', 'claude'), changed({ ...stored, explain: 'claude' }));
});
