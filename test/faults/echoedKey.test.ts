import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { inspect } from 'node:util';
import { Failure } from '../../src/core/model/failure.ts';
import { failureMessage } from '../../src/interaction/text/failureMessage.ts';
import { logLines } from '../../src/interaction/platform/logLines.ts';

/** It looks like no key, so that only who knows it can mask it. */
const key = 'house.of.steadfast';
import { openFaultStage } from './stage/faultStage.ts';
import { refusing, sending, streaming, type Play } from './stage/replies.ts';
import type { Wire } from './stage/wires.ts';

const json = { 'content-type': 'application/json' };
const eventStream = { 'content-type': 'text/event-stream' };

/** The key in every header that clients are known to read, and in one that nobody knows. */
const headers = Object.fromEntries(
  [
    'x-request-id',
    'request-id',
    'cf-ray',
    'retry-after-ms',
    'x-should-retry',
    'openai-version',
    'openai-organization',
    'anthropic-organization-id',
    'x-ratelimit-limit-requests',
    'anthropic-ratelimit-tokens-reset',
    'www-authenticate',
    'server',
    'via',
    'x-anything',
  ].map(name => [name, key]),
);

/** The key in every text that an error document may hold. */
const fields = { message: `Not ${key}.`, type: key, code: key, param: key, details: { said: key } };

/** Every text of a document is the key, but for that of the answer and what a reader tells events apart by. */
function withKey(payload: string, kept: readonly string[]): string {
  return JSON.stringify(JSON.parse(payload), (name, value: unknown) =>
    typeof value === 'string' && !kept.includes(name) ? key : value,
  );
}

const parts = ['type', 'role', 'text', 'content', 'object'];
const eventsWith = (wire: Wire, kept: readonly string[]): string =>
  wire.events(wire.payloads().map(payload => withKey(payload, kept)));

const plays: Readonly<Record<string, Play>> = {
  'an answer with it in every header': wire => exchange =>
    exchange.reply(200, { ...headers, ...eventStream }, wire.events(wire.payloads())),
  'an answer with it as id, model and reason of the end': streaming(wire => eventsWith(wire, parts)),
  'an answer with it as all that is known by name': streaming(wire => eventsWith(wire, ['text', 'content'])),
  'a whole answer with it as id, model and reason of the end': sending(wire => withKey(wire.whole(), parts)),
  'a page that holds it': sending(`<html><title>${key}</title>${key}</html>`, { 'content-type': 'text/html' }),
  'a redirect to it': wire => exchange => exchange.reply(302, { location: `https://x.example/?k=${key}` }, wire.name),
  'a media type that is it': sending('{}', { 'content-type': `${key}/${key}` }),
  'an event that is an error': streaming(wire => `event: error\ndata: ${wire.error(fields)}\n\n`),
  ...Object.fromEntries(
    [400, 401, 402, 403, 404, 413, 429, 500, 503, 529].map(status => [
      `an error ${status} with it in every field and header`,
      refusing(status, fields, { ...headers, ...json }),
    ]),
  ),
};

suite('a server that repeats the key it was sent, and nothing of it is told or written', () => {
  for (const wire of ['openai', 'anthropic'] as const)
    for (const [name, serve] of Object.entries(plays))
      test(`${wire}: ${name}`, async () => {
        const log: string[] = [];
        const observers = [
          { ended: (record: Parameters<typeof logLines>[0]) => log.push(...logLines(record).map(({ text }) => text)) },
        ];
        const stage = await openFaultStage({ row: { serve, world: { keys: [key] } }, wire, parts: { observers } });
        try {
          const { answer, notes } = stage.ask();
          const outcome = await stage.clock.runUntil(answer).catch((error: unknown) => error as Failure);
          const words = outcome instanceof Failure ? failureMessage(outcome, id => id) : '';
          const told = inspect([outcome, notes, words, log], { depth: 12, maxStringLength: null });
          assert.ok(stage.server?.requests.some(request => JSON.stringify(request.headers).includes(key)));
          assert.ok(!told.includes(key), told);
        } finally {
          await stage.end();
        }
      });
});
