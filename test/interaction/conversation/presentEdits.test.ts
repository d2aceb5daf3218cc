import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editFiles } from '../../../src/assist/tasks/editFiles.ts';
import type { ProposedFiles } from '../../../src/interaction/asking/askRequest.ts';
import { presentEdits } from '../../../src/interaction/conversation/presentEdits.ts';
import { newTurn } from '../../../src/interaction/conversation/turn.ts';
import { contextOf } from '../../assist/context.ts';

const block = (path: string, search: string, replace: string): string =>
  `${path}\n<<<<<<< SEARCH\n${search}\n=======\n${replace}\n>>>>>>> REPLACE\n`;

const file = (path: string, text: string) => ({ path, uri: `file:///${path}`, language: 'typescript', text });

/** What is proposed of an answer about these two files, and what is said. */
async function presented(text: string, refusal?: string, note?: string) {
  const context = contextOf({ files: [file('a.ts', 'a = 1\n'), file('b.ts', 'b = 1\nb = 1\n')] });
  const proposed: ProposedFiles[] = [];
  const outcome = editFiles.read(text, context);
  if (outcome.kind !== 'edits') return { proposed, turn: outcome };
  const begun = newTurn({ id: '1', title: 'Change it', form: 'code', presenter: 'edits', status: '' });
  const asked = { assistance: editFiles, context };
  const turn = await presentEdits(outcome, { turn: begun, asked, summary: 'Claude', note }, given => {
    proposed.push(given);
    return Promise.resolve({ cautions: ['It adds a script.'], ...(refusal !== undefined && { refusal }) });
  });
  return { proposed, turn };
}

test('what has its place is proposed, and of the rest it is said why not', async () => {
  const { proposed, turn } = await presented(block('a.ts', 'a = 1', 'a = 2') + block('b.ts', 'b = 1', 'b = 2'));
  assert.deepEqual(
    proposed.map(({ files }) => files.map(({ path, blocks }) => [path, blocks.length])),
    [[['a.ts', 1]]],
  );
  assert.deepEqual(turn, {
    cautions: ['Not applied, because these lines are in b.ts more than once: “b = 1”', 'It adds a script.'],
    onlyShown: undefined,
    proposed: true,
  });
});

test('what names a file that was not sent is never proposed', async () => {
  const { proposed, turn } = await presented(block('../a.ts', 'a = 1', 'a = 2'));
  assert.deepEqual([proposed, 'proposed' in turn], [[], false]);
  assert.match(JSON.stringify(turn), /None of the changes can be applied\. Not applied, because \.\.\/a\.ts/);
});

test('what changes nothing says so', async () => {
  assert.deepEqual((await presented(block('a.ts', 'a = 1', 'a = 1'))).turn, {
    unusable: 'The answer changes nothing.',
  });
});

test('what may only be looked at is not said to be proposed', async () => {
  const { turn } = await presented(block('a.ts', 'a = 1', 'a = 2'), 'a.ts is read-only.');
  assert.deepEqual('onlyShown' in turn && [turn.onlyShown, 'proposed' in turn], ['a.ts is read-only.', false]);
});

test('an answer without blocks is none', async () => {
  assert.deepEqual((await presented('I cannot.')).turn, { kind: 'unusable', markdown: 'I cannot.' });
});

test('of a doubted answer that is used the doubts are noted once in each file, in what the diff shows', async () => {
  const { proposed } = await presented(
    block('a.ts', 'a = 1', 'a = 2') + block('b.ts', 'b = 1\nb = 1', 'b = 2\nb = 3'),
    undefined,
    'Doubts.',
  );
  assert.deepEqual(
    proposed.flatMap(({ files }) => files.map(({ blocks }) => blocks.map(({ replace }) => replace))),
    [[['// Doubts.', 'a = 2']], [['// Doubts.', 'b = 2', 'b = 3']]],
  );
});
