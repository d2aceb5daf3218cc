import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkedSettings } from '../../../src/interaction/settings/checkedSettings.ts';
import { instructionSwitches, instructionText } from '../../../src/interaction/settings/instructionSettings.ts';
import { knowledge } from '../../support/knowledge.ts';

const on = { agents: true, copilot: true, instructions: true, claude: true };

test('what one layer switches off stays off: a workspace can only tighten', () => {
  assert.deepEqual(
    [
      instructionSwitches([undefined, undefined]),
      instructionSwitches([{ agents: false }, { agents: true, claude: false }]),
    ],
    [on, { ...on, agents: false, claude: false }],
  );
});

test('what is no switch counts as not written', () => {
  assert.deepEqual(instructionSwitches(['none', { agents: 'no', others: false }, [false], null]), on);
});

test('instructions of the nearest layer hold, cut where they are too long', () => {
  assert.deepEqual(
    [instructionText([' mine ', undefined]), instructionText(['mine', 'theirs']), instructionText([7, undefined])],
    ['mine', 'theirs', ''],
  );
  assert.equal(instructionText(['x'.repeat(20_000)]).length, 10_000);
});

test('what is wrong with them is told with the other settings, without the value', () => {
  const written: Readonly<Record<string, unknown>> = {
    'prompt.instructions': 7,
    'prompt.instructionFiles': { agents: 'no', other: false },
  };
  const { problems } = checkedSettings(key => ({ user: written[key], workspace: undefined }), knowledge);
  assert.deepEqual(problems, [
    { key: 'prompt.instructions', code: 'wrong-type', at: '', found: 'number' },
    { key: 'prompt.instructionFiles', code: 'wrong-type', at: '.agents', found: 'text' },
    { key: 'prompt.instructionFiles', code: 'unknown-field', at: '.other', found: 'nothing' },
  ]);
});
