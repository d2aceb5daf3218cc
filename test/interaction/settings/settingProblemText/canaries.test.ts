import assert from 'node:assert/strict';
import { test } from 'node:test';
import packageJson from '../../../../package.json' with { type: 'json' };
import { checkedSettings } from '../../../../src/interaction/settings/checkedSettings.ts';
import { settingProblemText } from '../../../../src/interaction/settings/settingProblemText.ts';
import { looksLikeKey } from '../../../../src/interaction/settings/looksLikeKey.ts';
import { defaultModels } from '../../../../src/core/budget/defaultModels.ts';
import { knowledge } from '../../../support/knowledge.ts';

/**
 * Keys land where they do not belong, and then in a log that is passed on: OpenBB-finance/OpenBB #6662 and
 * datalust/seq-tickets #1026 (a rejected key is repeated), rmusser01/tldw_server #474 (full keys by default).
 */
const key = ['sk', 'ant', 'api03', 'Q7wE9R2tY4u6I8o0P1aS3dF5gH7jK9lZ'].join('-');
const canary = /Q7wE9R2t|hunter2-canary/;

const settings = packageJson.contributes.configuration
  .flatMap(({ properties }) => Object.keys(properties))
  .map(name => name.replace('steadfast.', ''));

const shapes: Readonly<Record<string, unknown>> = {
  'a text': key,
  'a header': `Bearer ${key}`,
  'a list': [key, { key }],
  'an object': { [key]: key, apiKey: key, standard: { totalMs: key, [key]: 1 } },
  'a password in an address': 'https://me:hunter2-canary@example.com/v1?key=hunter2-canary',
};

for (const [shape, value] of Object.entries(shapes)) {
  test(`no setting tells what stands in it where it is wrong: ${shape}`, () => {
    for (const name of settings) {
      for (const layer of ['user', 'workspace'] as const) {
        const { problems } = checkedSettings(
          asked => ({ user: undefined, workspace: undefined, ...(asked === name && { [layer]: value }) }),
          knowledge,
        );
        for (const problem of problems) assert.doesNotMatch(settingProblemText(problem), canary, name);
        assert.doesNotMatch(JSON.stringify(problems), canary, name);
      }
    }
  });
}

const onlyTargets = (asked: string, user: unknown) => ({
  user: asked === 'targets' ? user : undefined,
  workspace: undefined,
});

const target = { provider: 'openai', model: 'gpt-6-luna' };
const fields = [
  'id',
  'provider',
  'model',
  'baseUrl',
  'label',
  'class',
  'auth',
  'parameters',
  'contextWindow',
  'maxOutputTokens',
  'price',
  'apiKey',
  key,
];
for (const field of fields) {
  for (const [shape, value] of Object.entries(shapes)) {
    test(`a target tells nothing of what stands in its field ${field === key ? 'with a key for a name' : field}: ${shape}`, () => {
      const { problems, targets } = checkedSettings(
        asked => onlyTargets(asked, [{ ...target, [field]: value }]),
        knowledge,
      );
      const told = [
        ...problems.map(settingProblemText),
        JSON.stringify(problems),
        ...targets.map(({ id, label, model }) => `${id} ${label} ${model}`),
      ];
      assert.doesNotMatch(told.join('\n'), canary);
    });
  }
}

test('a key in a target is told as one, by the place alone, and that the target is ignored', () => {
  const user = [
    { ...target, auth: key },
    { ...target, auth: `Bearer ${key}` },
    { ...target, class: key },
    { ...target, provider: key },
  ];
  const { problems, targets } = checkedSettings(asked => onlyTargets(asked, user), knowledge);
  assert.deepEqual(targets, []);
  assert.deepEqual(
    problems.map(settingProblemText),
    ['auth', 'auth', 'class', 'provider'].map(
      (field, at) =>
        `steadfast.targets[${at}].${field}: This looks like an API key. Remove it, and use Set API Key… in the Steadfast status menu. The model is ignored.`,
    ),
  );
});

test('a misspelt field is told by its name, a key that stands for one is not', () => {
  const user = [
    { ...target, baseUrll: 'x' },
    { ...target, [key]: true },
  ];
  const { problems } = checkedSettings(asked => onlyTargets(asked, user), knowledge);
  assert.deepEqual(
    problems.map(({ at }) => at),
    ['[0].baseUrll', '[1]'],
  );
});

const models = [
  ...Object.values(defaultModels).flatMap(({ strongest, cheaper }) => [strongest.model, cheaper.model]),
  'anthropic.claude-3-5-sonnet-20241022-v2:0',
  'accounts/fireworks/models/llama-v3p1-405b-instruct',
  'meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8',
  'ft:gpt-4o-mini-2024-07-18:my-org:custom-suffix:9aBcDeFg',
  'hf.co/unsloth/DeepSeek-R1-Distill-Qwen-32B-GGUF:Q4_K_M',
  'https://example.openai.azure.com/openai/deployments/gpt-4o',
];
for (const model of models) test(`${model} is no key`, () => assert.equal(looksLikeKey(model), false));
