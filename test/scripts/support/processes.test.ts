import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { familyOf, listProcesses, nameOf, type Process } from '../../../scripts/support/processes.ts';

const started = (pid: number, parent: number, group: number): Process => ({ pid, parent, group, command: [] });
const pidsOf = (processes: readonly Process[]): readonly number[] => processes.map(({ pid }) => pid);
const named = (...command: readonly string[]): string => nameOf({ ...started(1, 0, 1), command });

test('a family is everything that was started, also in groups of its own, however the list is sorted', () => {
  const all = [started(40, 30, 30), started(30, 20, 30), started(20, 10, 10), started(10, 1, 10), started(50, 1, 50)];
  assert.deepEqual(pidsOf(familyOf(10, all)), [40, 30, 20, 10]);
});

test('who lost its parent still belongs to the family through its group', () => {
  const all = [started(10, 1, 10), started(30, 10, 30), started(40, 1, 30)];
  assert.deepEqual(pidsOf(familyOf(10, all)), [10, 30, 40]);
});

test('who shares the group of the first process only by where it was started from is not of the family', () => {
  const all = [started(10, 5, 5), started(5, 1, 5), started(6, 5, 5)];
  assert.deepEqual(pidsOf(familyOf(10, all)), [10]);
});

test('a process is called by its test file, else by its program and script', () => {
  const file = path.resolve('test/core/client.test.ts');
  assert.equal(named('/opt/node/bin/node', '--import', '/a/guard.ts', file), 'test/core/client.test.ts');
  assert.equal(named('/opt/node/bin/node', '/opt/server-main.js', '--port'), 'node server-main.js');
  assert.equal(named('/usr/lib/chromium/chromium', '--headless'), 'chromium');
  assert.equal(named('/usr/lib/chromium/chromium --type=renderer --user-data-dir=/tmp/a/b'), 'chromium');
});

test('this process is among those of the machine, with its parent', async () => {
  const own = (await listProcesses()).find(({ pid }) => pid === process.pid);
  assert.equal(own?.parent, process.ppid);
});
