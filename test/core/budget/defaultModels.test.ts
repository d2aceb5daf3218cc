import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { classOf, defaultModels, labelOf } from '../../../src/core/budget/defaultModels.ts';

const sdkModels = {
  anthropic: '../../../node_modules/@anthropic-ai/sdk/resources/messages/messages.d.ts',
  openai: '../../../node_modules/openai/resources/shared.d.ts',
};

for (const [provider, declaration] of Object.entries(sdkModels)) {
  test(`the default models of ${provider} are models that its SDK names`, () => {
    const union =
      /type (Chat)?Model = [^;]*;/.exec(readFileSync(new URL(declaration, import.meta.url), 'utf8'))?.[0] ?? '';
    const { strongest, cheaper } = defaultModels[provider] ?? {};
    for (const { model } of [strongest, cheaper].filter(each => each !== undefined)) {
      assert.ok(union.includes(`'${model}'`), model);
    }
    assert.notEqual(strongest?.model, cheaper?.model);
  });
}

test('the strongest default models are for hard questions, the cheaper ones for simple ones', () => {
  for (const { strongest, cheaper } of Object.values(defaultModels)) {
    assert.deepEqual([classOf(strongest.model), classOf(cheaper.model)], ['complex', 'simple']);
  }
});

test('labels of default models fit the status bar', () => {
  const labels = Object.values(defaultModels).flatMap(({ strongest, cheaper }) => [strongest.label, cheaper.label]);
  assert.deepEqual(
    labels.filter(label => label.length > 18),
    [],
  );
});

test('how strong a model is, is guessed from its name', () => {
  const guesses = {
    'gpt-5.4-mini': 'simple',
    'llama-3.1-8b': 'simple',
    'qwen3-coder': 'medium',
    'deepseek/deepseek-pro': 'complex',
  };
  for (const [model, guess] of Object.entries(guesses)) assert.equal(classOf(model), guess, model);
});

test('an unknown model is called by its own name, without the path before it', () => {
  assert.equal(labelOf('meta-llama/llama-4'), 'llama-4');
});
