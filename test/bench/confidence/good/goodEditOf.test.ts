import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { chanceFor } from '../../../../bench/confidence/code/chance.ts';
import { languages } from '../../../../bench/confidence/code/languages.ts';
import { goodEditOf, goodRules } from '../../../../bench/confidence/good/goodEditOf.ts';
import { parsesWith } from '../parses.ts';
import { unitsIn } from '../samples.ts';

for (const language of languages.keys()) {
  suite(`good edits of ${language}`, () => {
    const units = unitsIn(language);

    test('functions are found, and taken out of their file they leave nothing', () => {
      assert.ok(units.length > 0);
      for (const { before, code, after, startLine } of units) {
        assert.match(code, /\S$/);
        assert.equal(before.split('\n').length, startLine);
        assert.ok(before === '' || before.endsWith('\n'));
        assert.ok(after === '' || after.startsWith('\n'));
      }
    });

    test('every change parses where a compiler is at hand, and is one', () => {
      const made = units.flatMap(unit =>
        Object.values(goodRules).flatMap(rule => {
          const edit = rule(unit, chanceFor(1, unit.startLine));
          return edit ? [{ unit, ...edit }] : [];
        }),
      );
      assert.ok(made.length > 0);
      for (const { unit, code, instruction } of made) {
        assert.notEqual(code, unit.code, instruction);
        assert.notEqual(parsesWith(unit, code), false, `${instruction}\n${code}`);
      }
    });

    test('the same seed makes the same edit', () => {
      const edits = () => units.map(unit => goodEditOf(unit, 7)?.code);
      assert.deepEqual(edits(), edits());
    });
  });
}

const changeOf = (language: 'typescript' | 'python', rule: string) => {
  const [unit] = unitsIn(language);
  return unit && goodRules[rule]?.(unit, chanceFor(1))?.code;
};

test('a renamed variable has its new name everywhere, and no other name is touched', () => {
  const code = changeOf('typescript', 'rename') ?? '';
  const [, name = ''] = /const (\w+)Value\b/.exec(code) ?? [];
  assert.match(name, /^(?:parts|text)$/);
  assert.doesNotMatch(code, new RegExp(`\\b${name}\\b`));
});

test('a guard checks a parameter, and in Python none that is the object itself', () => {
  assert.match(changeOf('typescript', 'add a guard') ?? '', /if \(names === undefined\) \{\n {4}throw new TypeError/);
  for (const unit of unitsIn('python'))
    assert.doesNotMatch(goodRules['add a guard']?.(unit, chanceFor(1))?.code ?? '', /self is required/);
  assert.match(changeOf('python', 'add a guard') ?? '', /"""\n {8}if name is None:\n {12}raise ValueError/);
});
