import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { AxeResults } from 'axe-core';
import { withPanelPage } from '../support/panelPage.ts';
import { doubt, flipped, turnView, twoBlocks, viewOf, working } from '../support/panelViews.ts';
import type { TurnView } from '../../../src/shared/protocol.ts';

const { open } = withPanelPage();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const mixed = [
  '#### A deep heading first',
  'Words with `code` and [a link](https://example.com/).',
  '> A quotation with [a link](https://example.com/) in it.',
  '# Then a high one',
  '##### And a deep one',
  '- [ ] open\n- [x] done',
  `| ${'wide '.repeat(60)} | b |\n|-|-|\n| 1 | 2 |`,
  `\`\`\`ts\n${'const a = "b"; // c '.repeat(20)}\n\`\`\``,
  twoBlocks,
].join('\n\n');

const states: readonly (readonly [string, readonly Partial<TurnView>[]])[] = [
  ['nothing asked yet', []],
  ['an answer with everything in it', [{ text: mixed }]],
  ['an answer that is being written', [{ ...working, text: mixed }]],
  ['a doubted answer', [{ ...doubt, text: mixed }]],
  ['an answer whose changes are told', [{ ...flipped }]],
  ['a doubted answer whose changes are told', [{ ...doubt, ...flipped }]],
  ['an answer that waits for review', [{ ...doubt, notice: { kind: 'review', title: 'Look first', lines: ['Why.'] } }]],
  [
    'a failure',
    [{ phase: 'failed', text: '', notice: { kind: 'failure', title: 'Nobody answered', lines: ['a', 'b'] } }],
  ],
  [
    'why this model',
    [
      {
        provenance: ['one', 'two'],
        why: { title: 'Why this model?', lines: ['Claude first', 'Claude: 1 s', 'GPT: 2 s'] },
      },
    ],
  ],
  [
    'an answer with icons, and more actions on demand',
    [
      {
        actions: [
          { action: 'copy', label: 'Copy Answer', primary: true },
          { action: 'secondOpinion', label: 'Second Opinion', primary: false, place: 'more' },
          { action: 'helpful', label: 'Helpful', primary: false, place: 'icon', chosen: true },
          { action: 'notHelpful', label: 'Not Helpful', primary: false, place: 'icon', chosen: false },
        ],
      },
    ],
  ],
  ['several turns', [{ id: 'a' }, { id: 'b', text: mixed, provenance: ['one', 'two'] }]],
];

for (const [name, turns] of states) {
  test(`a checker of accessibility finds nothing: ${name}`, async () => {
    const panel = await open({ width: 500 });
    await panel.tell(viewOf(turns.map(turnView)));
    await panel.page.evaluate(`new Promise(resolve => setTimeout(resolve, 200))`); // blocks that do not fit have their names by then
    await panel.page.evaluate(axe);
    const { violations } = await panel.page.evaluate<AxeResults>('axe.run(document)');
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 80)).join(' ')}`),
      [],
    );
  });
}
