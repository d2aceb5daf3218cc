import assert from 'node:assert/strict';
import { test } from 'node:test';
import { promptAssistance } from '../../../src/assist/promptFiles/promptAssistance.ts';
import { render } from '../../../src/core/model/prompt.ts';
import { contextOf } from '../context.ts';

const context = contextOf({ input: 'Look for mistakes.' });

test('it asks what the file says, behind the code and the files that it links to', () => {
  const { template, parts } = promptAssistance({ mode: 'ask' }, [
    { file: 'docs/api.md', text: '# API\n```\nx\n```\n' },
  ]).prompt(context);
  assert.equal(template, 'promptFile@2');
  assert.match(
    render({ template, parts })[1]?.content ?? '',
    /Selected code:[^]*File docs\/api\.md, which the question refers to:\n````text\n# API\n```\nx\n```\n````\n\nQuestion: Look for mistakes\.$/,
  );
});

test('its words are not the user’s own', () => {
  const { parts } = promptAssistance({ mode: 'ask' }, []).prompt(context);
  assert.deepEqual(
    parts.filter(part => 'wordsFrom' in part),
    [],
  );
});

test('one that edits answers with code, shown as a diff; the other in the panel', () => {
  const [edits, asks] = (['edit', 'ask'] as const).map(mode => promptAssistance({ mode }, []));
  assert.deepEqual(
    [edits, asks].map(each => [each?.task, each?.presenter, each?.form, each?.gather.words]),
    [
      ['edit', 'diff', 'code', 'none'],
      ['ask', 'panel', 'prose', 'none'],
    ],
  );
  assert.match(edits?.prompt(context).parts.at(-1)?.text ?? '', /^Instruction: Look for mistakes\.$/);
});
