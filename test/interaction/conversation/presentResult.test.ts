import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fix } from '../../../src/assist/tasks/fix.ts';
import { presentResult } from '../../../src/interaction/conversation/presentResult.ts';
import type { Proposal } from '../../../src/interaction/asking/askRequest.ts';
import { newTurn } from '../../../src/interaction/conversation/turn.ts';
import { contextOf } from '../../assist/context.ts';

/** What is said of a fix of so many problems. */
async function cautionsOf(told: number, moreDiagnostics?: number): Promise<readonly string[] | undefined> {
  const turn = { ...newTurn({ id: '1', title: '', form: 'code', status: '' }), text: '```ts\nconst price = 2;\n```' };
  const context = contextOf({
    diagnostics: Array.from({ length: told }, () => ({ line: 1, severity: 'error', message: 'wrong' }) as const),
    ...(moreDiagnostics !== undefined && { moreDiagnostics }),
  });
  const place = { uri: 'file:///cart.ts', start: 0 };
  const propose = () => Promise.resolve({ cautions: ['It adds a schema'] });
  return (await presentResult(turn, { assistance: fix, context, place }, { propose, labelOf: String })).cautions;
}

// https://github.com/dyad-sh/dyad/issues/1565
test('where not all problems were asked about, it is said of how many', async () => {
  assert.deepEqual(await cautionsOf(20, 74), ['Asked about 20 of 94 problems, the gravest ones.', 'It adds a schema']);
});

test('where all were asked about, nothing is said of it', async () => {
  assert.deepEqual([await cautionsOf(20), await cautionsOf(1)], [['It adds a schema'], ['It adds a schema']]);
});

/** The proposal that comes of an answer for a file of this language, when `words` are to be noted in its code. */
async function noted(code: string, language: string) {
  const turn = { ...newTurn({ id: '1', title: '', form: 'code', status: '' }), text: `\`\`\`\n${code}\n\`\`\`` };
  const proposals: Proposal[] = [];
  const propose = (proposal: Proposal) => {
    proposals.push(proposal);
    return Promise.resolve({ cautions: [] });
  };
  const place = { uri: 'file:///cart.ts', start: 0 };
  const asked = { assistance: fix, context: contextOf({ language }), place };
  const { cautions } = await presentResult(turn, asked, { propose, labelOf: String, codeNote: () => 'Doubts.' });
  return { code: proposals[0]?.replacement, line: proposals[0]?.noteLine, cautions };
}

test('doubts are noted in the code that the diff shows, and where they cannot be that is said', async () => {
  assert.deepEqual(await noted('  const price = 2;', 'typescript'), {
    code: '  // Doubts.\n  const price = 2;\n',
    line: 1,
    cautions: [],
  });
  assert.deepEqual(await noted('{ "price": 2 }', 'json'), {
    code: '{ "price": 2 }\n',
    line: undefined,
    cautions: ['The doubts are not noted in the code, because a comment cannot stand there.'],
  });
});
