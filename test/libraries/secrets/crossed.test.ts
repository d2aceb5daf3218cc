import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { atOnce } from '../../../src/core/shared/steps.ts';
import { placeholdersFor, type Placeholders } from '../../../src/core/secrets/placeholders.ts';
import { parse } from '../../../src/libraries/parseCode.ts';
import { scanSecrets } from '../../../src/libraries/secrets.ts';
import { crossedCorpus, crossing, type Crossed } from './written/crossedCorpus.ts';
import { drawnFrom } from './written/drawnFrom.ts';
import { foundByPublicRules, publicRules } from './written/publicRules.ts';
import { leftOf } from './written/secretCorpus.ts';

const corpus = crossedCorpus(Math.ceil(Number(process.env['STEADFAST_PROPERTY_RUNS'] ?? 1_800) / 300));
const ways = Map.groupBy(corpus, ({ way }) => way);

test('there are at least 250 formats in 60 ways of writing', () => {
  assert.ok(crossing.formats >= 250 && crossing.ways >= 60, JSON.stringify(crossing));
});

for (const [way, texts] of ways) {
  test(`no secret is left whole or in a part that tells it: ${way}`, async () => {
    for (const one of texts) {
      assert.deepEqual(leftOf(one, await scanSecrets(one.text)), [], `${one.format}, ${one.surrounding}: ${one.text}`);
    }
  });
}

/** The text as it is sent, and what gives the answer back its secrets. */
async function maskedOf({ text }: Crossed) {
  const placeholders = atOnce(placeholdersFor([{ text, findings: await scanSecrets(text) }]));
  return { masked: placeholders.mask(text), placeholders };
}

test('in what is sent a public list of rules finds none of the secrets', async () => {
  for (const one of corpus) {
    const { masked } = await maskedOf(one);
    assert.deepEqual(foundByPublicRules(masked), [], masked);
  }
});

test('what a public list of rules knows by its beginning is found whole', async () => {
  for (const [at, [id, begins, then, count]] of publicRules.entries()) {
    const characters = drawnFrom(new RegExp(`^[${then}]{${count}}$`));
    for (const rest of fc.sample(fc.noBias(characters), { numRuns: 3, seed: at })) {
      const text = `const x = "${begins}${rest}";`;
      const planted = { format: id, text, places: [{ start: 11, end: text.length - 2 }] };
      assert.deepEqual(leftOf(planted, await scanSecrets(text)), [], id);
    }
  }
});

test('no line end, and no bracket or quote of the code around a secret, is masked with it', async () => {
  for (const { text, places, format } of corpus) {
    for (const { start, end } of await scanSecrets(text)) {
      const outside = Array.from(text.slice(start, end)).filter(
        (character, at) =>
          /["'`()[\]{}\r\n]/.test(character) &&
          !places.some(place => start + at >= place.start && start + at < place.end),
      );
      assert.deepEqual(outside, [], `${format}: ${text} -> ${text.slice(start, end)}`);
    }
  }
});

const languages: readonly (readonly [way: RegExp, language: string])[] = [
  [
    /^(?:TypeScript|object literal, last|environment with fallback$|call of|call with|joined with plus|joined from)/,
    'typescript',
  ],
  [/^(?:Python, (?:keyword|dictionary|subscript|bytes)|joined over|environment with fallback, Python)/, 'python'],
];

/** Every secret in its place, also where an answer would not get it back. */
const restored = (masked: string, placeholders: Placeholders): string =>
  placeholders
    .placesIn(masked)
    .toReversed()
    .reduce(
      (text, { start, end }) => text.slice(0, start) + placeholders.secretOf(text.slice(start, end)) + text.slice(end),
      masked,
    );

test('masked code parses whenever the code does, and gets its secrets back exactly', async () => {
  let parsed = 0;
  for (const one of corpus) {
    const { masked, placeholders } = await maskedOf(one);
    assert.equal(restored(masked, placeholders), one.text);
    const language = languages.find(([way]) => way.test(one.way))?.[1];
    if (language === undefined || (await parse(language, one.text)).verdict !== 'parses') continue;
    parsed += 1;
    assert.equal((await parse(language, masked)).verdict, 'parses', masked);
  }
  assert.ok(parsed >= 50, String(parsed));
});
