import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { anchor } from '../../src/assist/anchor.ts';
import { codeMark } from '../../src/assist/codeMark.ts';

const text = 'aaa\nconst x = 1;\nbbb\n';
const original = 'const x = 1;';

/** The code as it was asked about at `start`. */
const asked = (then: string, start: number, code = original) => ({ original: code, mark: codeMark(then, code, start) });

suite('the place of an edit', () => {
  test('is where the code stood when nothing was typed', () => {
    assert.deepEqual(anchor(text, asked(text, 4)), { start: 4, end: 16 });
  });

  test('is found again when the user typed above', () => {
    assert.deepEqual(anchor(`// new\n${text}`, asked(text, 4)), { start: 11, end: 23 });
  });

  test('is lost when the code was changed', () => {
    assert.equal(anchor(text.replace('1', '2'), asked(text, 4)), 'changed');
  });

  test('is the same one of two equal pieces after typing above, below and between', () => {
    const twice = `${text}${'-'.repeat(50)}\n${text}${'+'.repeat(50)}\n`;
    const second = twice.lastIndexOf(original);
    const now = `above\n${twice.replace('-\n', '-\nbetween\n')}below\n`;
    const start = now.lastIndexOf(original);
    assert.deepEqual(anchor(now, asked(twice, second)), { start, end: start + original.length });
  });

  test('is not an equal copy that stands at its old offset because exactly the distance was typed above', () => {
    const twice = `${original}\n${'-'.repeat(50)}\n${original}\n${'+'.repeat(50)}\n`;
    const second = twice.lastIndexOf(original);
    const now = `${'/'.repeat(second)}${twice}`;
    assert.ok(now.startsWith(original, second), 'a copy stands at the old offset');
    assert.deepEqual(anchor(now, asked(twice, second)), { start: 2 * second, end: 2 * second + original.length });
  });

  test('is not the copy that is left when the code itself was changed', () => {
    const twice = `${'-'.repeat(50)}\n${original}\n${'+'.repeat(50)}\n${original}\n${'='.repeat(50)}\n`;
    const now = `above\n${twice.replace(original, 'const x = 3;')}below\n`;
    assert.equal(anchor(now, asked(twice, twice.indexOf(original))), 'changed');
  });

  test('is not guessed at when a copy was pasted right above, or right below', () => {
    assert.equal(anchor(text.replace(original, `${original}\n${original}`), asked(text, 4)), 'several');
  });

  test('is not the copy whose few characters before it were typed once more, while another copy was changed', () => {
    const thrice = 'x();b\nx();c\nx();';
    const now = `x();b\n${thrice.replace(/x\(\);$/, 'x(9);')}`;
    assert.equal(anchor(now, asked(thrice, 6, 'x();')), 'several');
  });

  test('is not guessed at when nothing tells the copies apart', () => {
    const thrice = `${original}\n`.repeat(3);
    assert.equal(anchor(`//\n${thrice}//\n`, asked(thrice, original.length + 1)), 'several');
  });

  test('is found in an unchanged text however often the code stands there', () => {
    const braces = '}\n'.repeat(5_000);
    assert.deepEqual(anchor(braces, asked(braces, 1_000, '}')), { start: 1_000, end: 1_001 });
    assert.equal(anchor(`{${braces}{`, asked(braces, 1_000, '}')), 'several');
  });

  test('that an older version remembered without its surroundings, is found when the code stands once only', () => {
    assert.deepEqual(anchor(`//\n${text}`, { original }), { start: 7, end: 19 });
    assert.equal(anchor(`${text}${text}`, { original }), 'several');
  });
});

/** Lines of few kinds, so that a document holds many copies. */
const line = fc.constantFrom(
  'a();',
  'b();',
  '}',
  '',
  '  return 1;',
  '// ---------------------------------------',
  'if (x) {',
);
const document = fc.array(line, { minLength: 1, maxLength: 40 }).map(lines => lines.join('\n'));
const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), typed: document, deletes: fc.nat(60) });

interface Asked {
  readonly then: string;
  readonly start: number;
  readonly code: string;
}

type Changes = readonly { readonly at: number; readonly typed: string; readonly deletes: number }[];

/** Types and deletes outside of the code; where it stands afterwards. */
function typed({ then, start, code }: Asked, changes: Changes) {
  let [before, after] = [then.slice(0, start), then.slice(start + code.length)];
  for (const { at, typed: added, deletes } of changes) {
    const place = Math.floor(at * (before.length + after.length + 1));
    if (place <= before.length) before = before.slice(0, place) + added + before.slice(place + deletes);
    else after = after.slice(0, place - before.length) + added + after.slice(place - before.length + deletes);
  }
  return { now: before + code + after, place: before.length };
}

test('whatever is typed around it, an edit lands in its place or nowhere, in 20 000 documents full of copies', () => {
  const lengths = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 60 }));
  let found = 0;
  fc.assert(
    fc.property(document, lengths, fc.array(change, { maxLength: 4 }), (then, [from, length], changes) => {
      const start = from % Math.max(1, then.length);
      const code = then.slice(start, start + length);
      if (code.trim() === '') return;
      const { now, place } = typed({ then, start, code }, changes);
      const span = anchor(now, asked(then, start, code));
      if (typeof span === 'string') return;
      found += 1;
      const edit = (at: number) => `${now.slice(0, at)}!${now.slice(at + code.length)}`;
      assert.equal(edit(span.start), edit(place));
    }),
    { numRuns: 20_000, seed: 1 },
  );
  assert.ok(found > 5_000, `found again only ${found} times`);
});
