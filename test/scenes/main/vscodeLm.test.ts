import assert from 'node:assert/strict';
import { suite, suiteSetup, test } from 'mocha';
import * as vscode from 'vscode';
import type { FailureKind } from '../../../src/core/model/failure.ts';
import type { Target } from '../../../src/core/model/target.ts';
import { vscodeLm } from '../../../src/providers/vscodeLm.ts';
import { clock, portsWith, questionWith } from '../../providers/asking.ts';
import { contractOf, type Script, type ContractWorld } from '../../providers/contract.ts';
import { failureOf } from '../../support/scripted.ts';

/** What the extension in ../extensions/practice-lm exports. */
interface Controls {
  play(script: Script | Played): void;
  calls(): readonly Call[];
  called(): Promise<void>;
  hungUp(): Promise<void>;
}

/** What it can do besides what every peer can. */
interface Played {
  readonly does: 'answer';
  readonly pieces: readonly string[];
  readonly thenFails?: FailureKind;
  readonly cannotCount?: boolean;
}

interface Call {
  readonly messages: readonly vscode.LanguageModelChatRequestMessage[];
  readonly options: vscode.ProvideLanguageModelChatResponseOptions;
}

const failures = [
  'auth',
  'not-found',
  'rate-limited',
  'quota',
  'unreachable',
  'unknown',
] as const satisfies readonly FailureKind[];

suite('models of other extensions', () => {
  let controls: Controls;

  suiteSetup(async () => {
    const practice = vscode.extensions.getExtension<Controls>('steadfast.practice-lm');
    assert.ok(practice, 'the extension in test/scenes/extensions/practice-lm is not there');
    controls = await practice.activate();
    await vscode.lm.selectChatModels({ vendor: 'practice' });
  });

  const open = (more: Partial<Target> = {}): ContractWorld => {
    controls.play({ does: 'answer', pieces: ['Hello'] });
    return {
      ask: vscodeLm.createAsk(targetOf(more), portsWith({ clock })),
      target: 'vscode-lm/practice',
      play: script => controls.play(script),
      calls: () => controls.calls().length,
      called: () => controls.called(),
      hungUp: () => controls.hungUp(),
      end: () => Promise.resolve(),
    };
  };

  for (const { title, holds } of contractOf({ open: async () => open(), failures, thinks: true })) {
    test(title, () => holds(open()));
  }

  for (const model of ['practice/practice-one', 'practice/practice-family', 'practice-one', 'practice-family']) {
    test(`finds the model that is called ${model}`, async () => {
      assert.equal((await open({ model }).ask(questionWith())).model, 'practice/practice-one');
    });
  }

  test('a model that nobody offers is not found, and nothing was sent', async () => {
    const world = open({ model: 'practice/none' });
    const failure = await failureOf(world.ask(questionWith()));
    assert.deepEqual([failure.kind, failure.details.sent, world.calls()], ['not-found', 'no', 0]);
  });

  test('lists every model by vendor and id', async () => {
    const endpoint = {
      provider: 'vscode-lm',
      origin: 'vscode-lm:',
      baseUrl: 'vscode-lm:',
      auth: 'none',
      loopback: false,
    } as const;
    const models = await vscodeLm.listModels(endpoint, portsWith({ clock }), new AbortController().signal);
    assert.ok(models.includes('practice/practice-one'));
  });

  test('what the system says comes first, as the words of the user, and parameters as they stand', async () => {
    await open({ parameters: { temperature: 0.1 } }).ask(questionWith());
    const [call] = controls.calls();
    const said = call?.messages.map(({ role, content }) => [
      role,
      content.map(part => (part instanceof vscode.LanguageModelTextPart ? part.value : part)),
    ]);
    const { User } = vscode.LanguageModelChatMessageRole;
    assert.deepEqual(said, [
      [User, ['You answer briefly.']],
      [User, ['What is this?']],
    ]);
    assert.deepEqual(call?.options.modelOptions, { temperature: 0.1 });
  });

  test('tells when the model was found, and when the question left, before any text', async () => {
    const world = open();
    const question = questionWith();
    await world.ask(question);
    assert.deepEqual(
      question.events.map(({ kind }) => kind),
      ['connected', 'sent', 'text'],
    );
  });

  test('counts with the model’s own counter, as an estimate', async () => {
    const { usage } = await open().ask(questionWith());
    const inputTokens = 'You answer briefly.\n\nWhat is this?'.length;
    assert.deepEqual(usage, { inputTokens, outputTokens: 5, cachedInputTokens: 0, exact: false });
  });

  test('estimates by itself where the counter fails', async () => {
    const world = open();
    controls.play({ does: 'answer', pieces: ['Hello'], cannotCount: true });
    const { usage } = await world.ask(questionWith());
    assert.deepEqual(usage, { inputTokens: 18, outputTokens: 1, cachedInputTokens: 0, exact: false });
  });

  test('a model that says the same line for ever is cut off and told to stop', async () => {
    const world = open();
    controls.play({ does: 'answer', pieces: [...Array<string>(60).fill('again\n'), 'never said'] });
    const { finish, text } = await world.ask(questionWith());
    assert.deepEqual([finish, text], ['length', 'again\n'.repeat(50)]);
  });

  test('a failure after some text knows that text', async () => {
    const world = open();
    controls.play({ does: 'answer', pieces: ['so ', 'far'], thenFails: 'unknown' });
    const failure = await failureOf(world.ask(questionWith()));
    assert.deepEqual([failure.kind, failure.details.partial], ['unknown', 'so far']);
  });
});

function targetOf(more: Partial<Target>): Target {
  return {
    id: 'vscode-lm/practice',
    label: 'Practice',
    provider: 'vscode-lm',
    model: 'practice/practice-one',
    origin: 'vscode-lm:',
    baseUrl: 'vscode-lm:',
    class: 'medium',
    auth: 'none',
    loopback: false,
    parameters: {},
    ...more,
  };
}
