import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeholderMoves } from '../../../src/core/secrets/placeholderMoves.ts';
import { addedAddresses } from '../../../src/core/secrets/addedAddresses.ts';
import { placeholdersFor } from '../../../src/core/secrets/placeholders.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';
import { Restorer } from '../../../src/core/secrets/restorer.ts';

const text = 'const token = "key_a1";';
const placeholders = atOnce(placeholdersFor([{ text, findings: [{ start: 15, end: 21, kind: 'key' }] }]));
const masked = placeholders.mask(text);
const name = /SECRET_\w+/.exec(masked)?.[0] ?? '';
const restorer = (isCode: boolean) => new Restorer(placeholders, { texts: [masked], own: [masked], isCode });

test('what is only looked at is not given again', () => {
  assert.deepEqual(restorer(true).restore(`a ${name}\nb ${name}`, 2 + name.length + 1), { text: 'b key_a1', left: 0 });
});

test('a link whose signs are written as entities holds no secret either', () => {
  for (const link of [`[a](https&colon;//x/${name})`, `[a](https&#58;//x/${name})`, `[a]: https&colon;//x/${name}`])
    assert.deepEqual(restorer(false).restore(link), { text: link, left: 1 });
});

/** Texts of a server that means harm; linear ones are done at once, the others would not end within the test's time. */
const hostile: Readonly<Record<string, (count: number) => string>> = {
  'links with placeholders': count => `[a](https://x/${name})\n`.repeat(count),
  'one line of placeholders': count => `${name} `.repeat(count),
  'calls that do not end': count => `fetch(${name} `.repeat(count),
  'links with entities': count => `[a](${'x'.repeat(29)}&`.repeat(count),
  'quotes and blanks': count => `"${' '.repeat(60)}`.repeat(count),
  'addresses of mail that do not end': count => `mailto:${name}`.repeat(count),
  'halves of addresses': count => `https:${name}//`.repeat(count),
  'lines that go on': count => `${name} +\n`.repeat(count),
  fences: count => `\`\`\`\n${name}\n`.repeat(count),
  brackets: count => `((((${name}`.repeat(count),
  'one long name': count => `axios${'x'.repeat(count * 20)}${name}`,
};
for (const [what, write] of Object.entries(hostile)) {
  test(`a long hostile answer is read in one pass: ${what}`, () => {
    const long = write(40_000);
    for (const isCode of [true, false]) assert.ok(restorer(isCode).restore(long).text.length > 0);
    const short = write(4_000);
    atOnce(placeholderMoves([name], { before: masked, after: short }));
    addedAddresses(short, masked);
  });
}
