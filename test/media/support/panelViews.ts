import type { PanelLabels, PanelView, ToPanel, TurnView } from '../../../src/shared/protocol.ts';

export const labels: PanelLabels = {
  followUp: 'Ask a follow-up question',
  send: 'Send',
  copyCode: 'Copy',
  insertCode: 'Insert',
  notYetChecked: 'Not checked',
  copied: 'Copied',
  openLink: 'Open this address in your browser, after asking',
  imageLeftOut: 'Image left out',
  details: 'Details',
  conversation: 'Conversation',
  code: 'Code',
  table: 'Table',
  add: 'Add to Question',
  added: 'Added to the question',
  suggestions: 'What may be added',
  moreActions: 'More',
};

/** A finished turn with nothing special about it, but for what is given. */
export function turnView(given: Partial<TurnView> = {}): TurnView {
  return {
    id: 'turn-1',
    question: 'Explain cart.ts:12–20',
    phase: 'done',
    status: '',
    text: 'The function adds up the prices.',
    partials: [],
    provenance: ['Answered by Claude in 1.2 s'],
    actions: [{ action: 'askAgain', label: 'Ask Again', primary: false }],
    code: 'offered',
    ...given,
  };
}

/** What makes a turn one that is being answered. */
export const working: Partial<TurnView> = {
  phase: 'working',
  status: 'Asking Claude…',
  code: 'withheld',
  provenance: [],
  actions: [{ action: 'stop', label: 'Stop', primary: false }],
};

/** What makes a turn one whose answer did not pass. */
export const doubt: Partial<TurnView> = {
  code: 'withheld',
  notice: { kind: 'disclaimer', title: 'Steadfast doubts this answer', lines: ['It does not parse.', 'It is cut.'] },
};

/** What makes a turn one whose answer changes what is easily overlooked. */
export const flipped: Partial<TurnView> = {
  text: 'Done.\n\n```ts\nif (a <= b) {\n\n  run(2);\n}\n```\n',
  facts: {
    title: 'What this answer changes',
    facts: [
      { text: 'total is gone.' },
      { text: '< became <=. (line 1)', at: { line: 1, text: '< became <=.' } },
      { text: '1 became 2. (line 3)', at: { line: 3, text: '1 became 2.' } },
    ],
    block: 0,
  },
};

/** An answer with two code blocks, one of them in a list. */
export const twoBlocks = 'Words.\n\n```ts\nlet a = 1;\n```\n\n- in a list\n\n  ```py\n  b = 2\n  ```\n';

/** The message that shows these turns. */
export function viewOf(turns: readonly TurnView[], given: Partial<PanelView> = {}): ToPanel {
  return { kind: 'view', view: { title: 'Steadfast', labels, turns, canAsk: true, added: [], ...given } };
}
