import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { actions, type FromPanel, type ToPanel } from '../../src/shared/protocol.ts';
import { maxFollowUpLength, readFromPanel, readToPanel } from '../../src/shared/readMessage.ts';
import { turnView, viewOf } from '../media/support/panelViews.ts';

const sayings: readonly FromPanel[] = [
  { kind: 'ready' },
  ...actions.map(action => ({ kind: 'action', action, turn: 't1' }) as const),
  { kind: 'followUp', text: 'And why?' },
  { kind: 'code', use: 'copy', turn: 't1', block: 0 },
  { kind: 'code', use: 'insert', turn: 't1', block: 3 },
  { kind: 'link', url: 'https://example.com/a?b=c#d' },
  { kind: 'fact', turn: 't1', fact: 2 },
];

const tellings: readonly ToPanel[] = [
  viewOf([]),
  viewOf([turnView()]),
  viewOf([
    turnView({
      notice: { kind: 'failure', title: 'No model could answer', lines: ['One', 'Two'] },
      partials: [{ label: 'Claude, cut off', text: 'It' }],
      actions: actions.map(action => ({ action, label: action, primary: action === 'stop' })),
    }),
  ]),
  viewOf([
    turnView({
      facts: {
        title: 'Changed',
        facts: [{ text: 'a is gone.' }, { text: '< became <=.', at: { line: 3, text: '<' } }],
        block: 0,
      },
    }),
  ]),
  { kind: 'append', turn: 't1', text: 'more ' },
];

test('everything the panel may say is read as it was said', () => {
  assert.deepEqual(sayings.map(readFromPanel), sayings);
});

test('everything the extension may say is read as it was said', () => {
  assert.deepEqual(tellings.map(readToPanel), tellings);
});

const hostile: readonly (readonly [string, unknown])[] = [
  ['an unknown kind', { kind: 'command', command: 'workbench.action.terminal.sendSequence' }],
  ['an unknown action', { kind: 'action', action: 'deleteAll', turn: 't1' }],
  ['an inherited action', { kind: 'action', action: 'constructor', turn: 't1' }],
  ['something besides', { kind: 'ready', command: 'x' }],
  ['its own text to insert', { kind: 'code', use: 'insert', turn: 't1', block: 0, text: 'rm -rf' }],
  ['a block that is no count', { kind: 'code', use: 'copy', turn: 't1', block: 0.5 }],
  ['a fact with a line of its own', { kind: 'fact', turn: 't1', fact: 0, line: 3 }],
  ['a fact that is no count', { kind: 'fact', turn: 't1', fact: 'x' }],
  ['a block below nothing', { kind: 'code', use: 'copy', turn: 't1', block: -1 }],
  ['an empty follow-up', { kind: 'followUp', text: ' \n ' }],
  ['an overlong follow-up', { kind: 'followUp', text: 'a'.repeat(maxFollowUpLength + 1) }],
  ['an overlong turn', { kind: 'action', action: 'stop', turn: 'a'.repeat(201) }],
  ['a command address', { kind: 'link', url: 'command:workbench.action.quit' }],
  ['a script address', { kind: 'link', url: 'javascript:alert(1)' }],
  ['a file address', { kind: 'link', url: 'file:///etc/passwd' }],
  ['an address of ours', { kind: 'link', url: 'vscode://publisher.extension/x' }],
  ['an address with a name before its host', { kind: 'link', url: 'https://github.com@evil.example/' }],
  [
    'a host that is written otherwise than it is asked',
    { kind: 'link', url: 'https://shop.example%E3%80%82evil.example/' },
  ],
  ['a number for a host', { kind: 'link', url: 'https://0x7f.1/' }],
  ['an address with backslashes', { kind: 'link', url: 'https:\\\\evil.example\\@shop.example' }],
  ['an address without slashes', { kind: 'link', url: 'https:evil.example' }],
  ['a host with a character that nobody sees', { kind: 'link', url: 'https://shop.example\u00ad.evil.example/' }],
  ['half an address', { kind: 'link', url: '//evil.example' }],
  ['an overlong address', { kind: 'link', url: `https://example.com/${'a'.repeat(2_000)}` }],
  ['a prototype', JSON.parse('{"kind":"ready","__proto__":{"polluted":true}}')],
];

for (const [what, message] of hostile) {
  test(`a message with ${what} is not read`, () => {
    assert.equal(readFromPanel(message), undefined);
  });
}

test('no JSON value makes reading throw, and what is read is of a known kind', () => {
  const kinds = ['ready', 'action', 'followUp', 'code', 'link', 'view', 'append', 'command'];
  const json = fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' });
  const nearly = fc.record(
    {
      kind: fc.constantFrom(...kinds),
      action: fc.oneof(fc.constantFrom(...actions), fc.string()),
      turn: fc.oneof(fc.string(), json),
      text: fc.oneof(fc.string(), json),
      use: fc.constantFrom('copy', 'insert', 'run'),
      block: fc.oneof(fc.integer(), fc.double()),
      url: fc.oneof(fc.webUrl(), fc.string()),
      view: json,
    },
    { requiredKeys: ['kind'] },
  );
  fc.assert(
    fc.property(fc.oneof(json, nearly), value => {
      const read = [readFromPanel(value), readToPanel(value)].filter(message => message !== undefined);
      assert.ok(read.every(({ kind }) => kinds.slice(0, -1).includes(kind)));
    }),
    { numRuns: 10_000 },
  );
  assert.equal('polluted' in {}, false);
});

test('a hundred thousand nested arrays are refused without a stack overflow', () => {
  const nested: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
  const messages = [nested, { kind: 'view', view: nested }, { kind: 'action', action: 'stop', turn: nested }];
  assert.deepEqual(messages.map(readToPanel), [undefined, undefined, undefined]);
  assert.deepEqual(messages.map(readFromPanel), [undefined, undefined, undefined]);
});
