import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assistances } from '../../../src/assist/all.ts';
import { taskText, titleText } from '../../../src/interaction/text/assistanceText.ts';
import { contextOf } from '../../assist/context.ts';

const context = contextOf({ file: 'src/cart.ts', startLine: 12, endLine: 20, input: 'why twice?' });

test('a question is headed by what is explained or by the user’s own words, with the place', () => {
  assert.deepEqual(
    assistances.map(({ title }) => titleText(title, context)),
    ['Explain cart.ts:12–20', 'why twice? (cart.ts:12–20)', 'why twice? (cart.ts:12–20)'],
  );
});

test('each assistance has a name of its own in a list', () => {
  assert.deepEqual(
    assistances.map(({ task }) => taskText(task)),
    ['Explain', 'Ask…', 'Edit…'],
  );
});
