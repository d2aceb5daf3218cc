import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import { chooseModel } from '../../../src/interaction/setup/chooseModel.ts';
import { serverOf, type Server } from '../../../src/interaction/settings/targetEntry.ts';
import { knowledge } from '../../support/knowledge.ts';
import { setupWorld } from './setupWorld.ts';

function server(name: string, baseUrl?: string): Server {
  const facts = knowledge.providers.find(each => each.name === name);
  assert.ok(facts);
  return serverOf(facts, baseUrl === undefined ? {} : { baseUrl }, knowledge.checkAddress);
}

test('where a provider does not list its models those that are known are offered, never an empty box', async () => {
  const house = setupWorld({ picks: 'claude-haiku-5-5' });
  const listed = { models: [], trouble: new Failure('unreachable') };
  assert.equal(await chooseModel({ server: server('anthropic'), listed }, house), 'claude-haiku-5-5');
  assert.equal(house.user.saw[0], 'api.anthropic.com did not list its models. Which one do you want to use?');
});

test('where nothing is known the box says why, and what to type', async () => {
  const house = setupWorld({ types: ' ' }, { types: ' my-model ' });
  const listed = { models: [], trouble: new Failure('not-found') };
  const opened = { server: server('openai-compatible', 'https://llm.example/v1'), listed };
  assert.equal(await chooseModel(opened, house), 'my-model');
  assert.equal(
    house.user.prompts[0],
    'The models could not be listed. (not-found) Type the name of the model as llm.example calls it.',
  );
});
