import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { findTargets } from '../../../src/editor/setup/findTargets.ts';
import { knowledge } from '../../support/knowledge.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

suite('looking for somebody to ask', () => {
  test('finds what runs on this machine although another extension fails to say what it offers', async () => {
    const { selectChatModels } = vscode.lm;
    const broken = () => Promise.reject(new TypeError('their mistake'));
    Object.assign(vscode.lm, { selectChatModels: broken } satisfies Partial<typeof vscode.lm>);
    try {
      const found = await findTargets({
        access: { canSendRequest: () => true },
        clock: new VirtualClock(),
        knowledge,
        listModels: ({ baseUrl }) => Promise.resolve(baseUrl.includes('11434') ? ['llama'] : []),
        signal: new AbortController().signal,
      });
      assert.deepEqual(
        found.map(({ model }) => model),
        ['llama'],
      );
    } finally {
      Object.assign(vscode.lm, { selectChatModels });
    }
  });
});
