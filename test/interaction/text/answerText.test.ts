import assert from 'node:assert/strict';
import { test } from 'node:test';
import { skipText } from '../../../src/interaction/provenance/skipText.ts';
import { tierText } from '../../../src/interaction/text/trustText.ts';
import { actionText } from '../../../src/interaction/text/actionText.ts';
import { degradationText, signText } from '../../../src/interaction/text/answerText.ts';
import { actions } from '../../../src/shared/protocol.ts';
import { assertReadable } from './everyRow.ts';
import type { SkipReason } from '../../../src/core/model/note.ts';
import type { Degradation, Sign, SignCode, Tier } from '../../../src/core/model/answer.ts';

/** The keys of a complete table: a new member of the union does not compile until it stands here. */
const all = <Key extends string>(table: Readonly<Record<Key, true>>): readonly Key[] => Object.keys(table) as Key[];

const signs = all<SignCode>({
  empty: true,
  elided: true,
  'left-out': true,
  'ends-early': true,
  artefacts: true,
  declines: true,
  'only-code': true,
  'other-names': true,
  'unclosed-fence': true,
  'no-code': true,
  'several-blocks': true,
  'wrong-language': true,
  'does-not-parse': true,
  unbalanced: true,
  'cut-at-length': true,
  repeats: true,
  'much-shorter': true,
  unchanged: true,
  'surroundings-repeated': true,
  'line-numbers': true,
  'prompt-cut': true,
  'escaped-entities': true,
  'escaped-line-ends': true,
  'edit-marks': true,
  'unknown-names': true,
  'unknown-lines': true,
  'names-lost': true,
  'names-missing': true,
  'members-missing': true,
  'packages-missing': true,
  'other-language': true,
  'cut-sentence': true,
  'prompt-echoed': true,
  'odd-signs': true,
  'other-code': true,
  'code-gone': true,
  'declaration-gone': true,
  'comments-gone': true,
  'signature-changed': true,
  'operator-changed': true,
  'literal-changed': true,
  'condition-negated': true,
  'condition-shorter': true,
  'asserts-nothing': true,
  'tests-skipped': true,
  'documents-nothing': true,
  'other-parameters': true,
  'no-message': true,
  'unknown-references': true,
  'await-gone': true,
  'arguments-swapped': true,
  'more-changes': true,
  'beyond-asked': true,
  'new-error': true,
  agrees: true,
  disagrees: true,
  'ran-well': true,
  'ran-badly': true,
  'names-found': true,
  compared: true,
  'hidden-characters': true,
  'mixed-scripts': true,
  'mark-left': true,
  'placeholder-lost': true,
  'placeholder-moved': true,
  'placeholder-printed': true,
  'placeholder-in-address': true,
  'address-added': true,
  'not-assessed': true,
  parses: true,
  balanced: true,
});

const degradations = all<Degradation>({
  partial: true,
  stale: true,
  similar: true,
  offline: true,
  'smaller-model': true,
  trimmed: true,
  predefined: true,
});

const skips = all<SkipReason>({
  'circuit-open': true,
  'cooling-down': true,
  'paused-by-user': true,
  credential: true,
  quota: true,
  offline: true,
  'no-key': true,
  'not-confirmed': true,
  'same-origin': true,
  'same-vendor': true,
  'not-allowed': true,
  budget: true,
});

test('every sign, tier, degradation, skip and action has words of its own', () => {
  const tiers = all<Tier>({ verified: true, checked: true, unchecked: true, doubtful: true });
  const tables = [
    signs.map(code => signText({ code, weight: 'soft', facts: {} })),
    tiers.map(tierText),
    degradations.map(degradationText),
    skips.map(skipText),
    actions.map(actionText),
  ];
  for (const texts of tables) {
    for (const text of texts) assertReadable(text, 90);
    assert.equal(new Set(texts).size, texts.length);
  }
});

test('a sign says its line where that is known', () => {
  const words = signText({ code: 'does-not-parse', weight: 'hard', facts: { line: 12, column: 3 } });
  assert.equal(words, 'The code has a syntax error. (line 12)');
});

test('that code parses is said of its place only where it was read there', () => {
  const words = (facts: Sign['facts']) => signText({ code: 'parses', weight: 'good', facts });
  assert.equal(words({}), 'The code has no syntax error.');
  assert.equal(words({ place: 'alone' }), 'The code, read by itself, has no syntax error.');
});

test('a sign says what exactly was found', () => {
  const found = [
    { code: 'wrong-language', facts: { found: 'python' } },
    { code: 'repeats', facts: { times: 60, line: 4 } },
    { code: 'much-shorter', facts: { percent: 12 } },
    { code: 'hidden-characters', facts: { character: 'U+202E', line: 3 } },
    { code: 'hidden-characters', facts: { character: 'U+E0B0', line: 3 } },
    { code: 'does-not-parse', facts: { place: 'elsewhere' } },
  ] as const;
  assert.deepEqual(
    found.map(sign => signText({ weight: 'soft', ...sign })),
    [
      'The code is in another language: python.',
      'It repeats itself 60 times. (line 4)',
      'It is much shorter than the code that was sent: 12 % of it.',
      'It contains an invisible character: U+202E. (line 3)',
      'It contains a character that most fonts do not show, and others draw as they like: U+E0B0. (line 3)',
      'The code does not fit in the place where it would be inserted.',
    ],
  );
});
