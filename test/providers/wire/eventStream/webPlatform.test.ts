import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { openBody } from '../../../../src/providers/http/bodyText.ts';
import { Chance } from '../oracles/chance.ts';
import { ourEvents } from '../oracles/readEvents.ts';
import { webPlatformCases } from '../oracles/webPlatformCases.ts';

/** In so many different ways each case is cut. */
const cuts = 20;

suite('a case of the web platform tests', () => {
  for (const { name, sent, told, ours, uncut } of webPlatformCases) {
    test(`${name} is read as there${ours ? `, but ${ours.reason}` : ''}`, async () => {
      for (let seed = 0; seed < cuts; seed += 1) {
        const bytes = new TextEncoder().encode(sent);
        const pieces = uncut === undefined ? new Chance(seed).cut(bytes) : [bytes];
        const events = ourEvents(await decoded(pieces));
        const seen = events.map(({ name, data }) => [name === '' ? 'message' : name, data]);
        assert.deepEqual(seen, ours?.told ?? told, `cut ${seed}`);
      }
    });
  }
});

/** The pieces as text, as the reader of a body gives them. */
async function decoded(pieces: readonly Uint8Array[]): Promise<readonly string[]> {
  const body = openBody(ReadableStream.from<Uint8Array>(pieces));
  const texts: string[] = [];
  for (let piece = await body.next(); piece !== undefined; piece = await body.next()) texts.push(piece);
  return texts;
}
