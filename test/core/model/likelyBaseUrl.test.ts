import assert from 'node:assert/strict';
import { test } from 'node:test';
import { likelyBaseUrl } from '../../../src/core/model/likelyBaseUrl.ts';

const pasted = {
  'https://llm.example/v1/chat/completions': 'https://llm.example/v1',
  'https://llm.example/v1/chat/completions/': 'https://llm.example/v1',
  'https://llm.example/v1/chat': 'https://llm.example/v1',
  'https://openrouter.example/api/v1/responses': 'https://openrouter.example/api/v1',
  'https://llm.example/v1/messages': 'https://llm.example/v1',
  'https://llm.example/v1/models': 'https://llm.example/v1',
  'https://llm.example/openai/v1/Completions?api-version=1': 'https://llm.example/openai/v1?api-version=1',
  'https://llm.example': 'https://llm.example/v1',
  'http://127.0.0.1:11434/': 'http://127.0.0.1:11434/v1',
  'http://127.0.0.1:11434/api/chat': 'http://127.0.0.1:11434/v1',
  'http://[::1]:8080/completions': 'http://[::1]:8080/v1',
};

for (const [typed, meant] of Object.entries(pasted)) {
  test(`${typed} means ${meant}`, () => assert.equal(likelyBaseUrl(typed), meant));
}

const right = [
  'https://llm.example/v1',
  'https://llm.example/v1/',
  'https://llm.example/v1beta/openai',
  'https://llm.example/chat/v1',
  'https://llm.example/models/v1',
  'no address',
  '',
];

for (const address of right) {
  test(`${address || 'nothing'} is left as it is`, () => assert.equal(likelyBaseUrl(address), undefined));
}
