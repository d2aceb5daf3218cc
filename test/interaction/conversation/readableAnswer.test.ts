import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readableAnswer } from '../../../src/interaction/conversation/readableAnswer.ts';

const done = { phase: 'done', presenter: 'findings' } as const;

test('findings are read as a list, each with the code that it quotes', () => {
  const findings = [
    { quote: 'a()', message: 'It fails.', why: 'No a.', advice: 'Call b.', fix: 'b()', file: 'src/a.ts' },
    { quote: '```', message: 'A fence.' },
  ];
  assert.equal(
    readableAnswer({ ...done, text: JSON.stringify({ findings }) }),
    [
      '**It fails.** No a. Call b.',
      'src/a.ts',
      '```\na()\n```',
      'Proposed instead:',
      '```\nb()\n```',
      '**A fence.**',
      '````\n```\n````',
    ].join('\n\n'),
  );
});

test('a review without findings says so', () => {
  assert.equal(readableAnswer({ ...done, text: '{"findings":[]}' }), 'It has found nothing.');
});

test('names are read as a list with their reasons', () => {
  const text = JSON.stringify({
    names: [
      { name: 'total', reason: 'It sums.' },
      { name: 'sum', reason: '' },
    ],
  });
  assert.equal(readableAnswer({ ...done, presenter: 'names', text }), '- **total**: It sums.\n- **sum**');
});

test('what cannot be read stays as it is, and nothing is shown of data that is still being written', () => {
  const text = '{"findings":[{"quo';
  assert.equal(readableAnswer({ ...done, text }), text);
  assert.equal(readableAnswer({ ...done, phase: 'working', text }), '');
  assert.equal(readableAnswer({ ...done, phase: 'working', presenter: 'panel', text: 'It rou' }), 'It rou');
});
