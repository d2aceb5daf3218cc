import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Chance } from '../../providers/wire/oracles/chance.ts';
import { changesText } from '../../../src/assist/prompt/changesText.ts';

const lines = Array.from({ length: 100 }, (_, at) => `line ${at}`);
const text = (all: readonly string[]) => `${all.join('\n')}\n`;

test('nothing has changed where nothing has', () => {
  assert.equal(changesText(text(lines), text(lines)), '');
});

test('a line that was changed and lines that were added are told with their place and the line above', () => {
  const changed = [...lines.slice(0, 40), 'other 40', 'new', ...lines.slice(41, 80), ...lines.slice(81)];
  assert.equal(
    changesText(text(lines), text(changed)),
    '@@ line 41 @@\n line 39\n-line 40\n+other 40\n+new\n@@ line 82 @@\n line 79\n-line 80\n',
  );
});

test('at the top there is no line above', () => {
  assert.equal(changesText(text(lines), text(['first', ...lines])), '@@ line 1 @@\n+first\n');
});

test('where much has changed the new text is shorter', () => {
  assert.equal(changesText(text(lines), text(lines.map(line => `${line}!`))), undefined);
  assert.equal(changesText(text(lines), text(lines.slice(0, 50))), undefined);
});

test('what is told leads from one text to the other, also among empty and equal lines', () => {
  const chance = new Chance(7);
  const few = (most: number): number => chance.below(most);
  const line = (): string => ['', '', 'a', 'b', '}'][few(5)] ?? '';
  for (let round = 0; round < 500; round += 1) {
    const before = Array.from({ length: 60 + few(40) }, line);
    const after = [...before];
    for (let edits = 1 + few(3); edits > 0; edits -= 1)
      after.splice(few(after.length), few(3), ...Array.from({ length: few(3) }, () => `new ${few(9)}`));
    const told = changesText(text(before), text(after));
    if (told !== undefined) assert.deepEqual(applied(before, told), after, JSON.stringify({ before, after, told }));
  }
});

test('texts of which the one is longer at its beginning or its end', () => {
  assert.equal(changesText(`\n${text(lines)}`, text(lines)), '@@ line 1 @@\n-\n');
  assert.equal(changesText(text(lines), `${text(lines)}end`), '@@ line 101 @@\n line 99\n+end\n');
});

test('so many lines that looking for what differs in them would hold up the editor are not compared', () => {
  const many = '\n'.repeat(30_000);
  assert.equal(changesText(`first\n${many}last\n`, `other\n${many}end\n`), undefined);
  assert.equal(changesText(`first\n${many}`, `other\n${many}`), '@@ line 1 @@\n-first\n+other\n');
});

/** Does with the lines what is told. */
function applied(before: readonly string[], told: string): readonly string[] {
  const after: string[] = [];
  let from = 0;
  for (const part of told.split(/^(?=@@ line)/m).filter(each => each !== '')) {
    const [head = '', ...rest] = part.replace(/\n$/, '').split('\n');
    const place = Number(/\d+/.exec(head)?.[0]) - 1;
    while (after.length < place) after.push(before[from++] ?? 'nothing');
    for (const each of rest.filter(each => !each.startsWith(' '))) {
      if (each.startsWith('+')) after.push(each.slice(1));
      else assert.equal(before[from++], each.slice(1));
    }
  }
  return [...after, ...before.slice(from)];
}
