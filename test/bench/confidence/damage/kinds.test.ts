import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { chanceFor } from '../../../../bench/confidence/code/chance.ts';
import { languages, type LanguageId } from '../../../../bench/confidence/code/languages.ts';
import { tokensOf } from '../../../../bench/confidence/code/tokens.ts';
import type { Damaged } from '../../../../bench/confidence/damage/damage.ts';
import { elidedSpellings } from '../../../../bench/confidence/damage/elided.ts';
import { damageKinds } from '../../../../bench/confidence/damage/kinds.ts';
import type { GoodEdit } from '../../../../bench/confidence/good/goodEdit.ts';
import { goodEditOf } from '../../../../bench/confidence/good/goodEditOf.ts';
import { parsesWith } from '../parses.ts';
import { unitsIn } from '../samples.ts';

interface Done {
  readonly edit: GoodEdit;
  readonly damaged: Damaged;
}

const prepared = new Map(
  [...languages.keys()].map(language => {
    const edits = unitsIn(language).flatMap(unit => goodEditOf(unit, 3) ?? []);
    return [language, edits.map(edit => ({ edit, tokens: tokensOf({ ...edit.unit, code: edit.code }) }))] as const;
  }),
);

/** What a kind makes of all edits of a language, each drawn some times. */
function damagesOf(kind: string, language: LanguageId): readonly Done[] {
  const rule = damageKinds.find(one => one.kind === kind)?.rule;
  const [foreign] = unitsIn(language === 'go' ? 'rust' : 'go');
  assert.ok(rule && foreign);
  const siblings = unitsIn(language);
  return (prepared.get(language) ?? []).flatMap(({ edit, tokens }) =>
    [1, 2, 3, 4].flatMap(draw => {
      const damaged = rule({ edit, tokens, siblings, foreign, chance: chanceFor(draw, kind) });
      return damaged ? [{ edit, damaged }] : [];
    }),
  );
}

const codesOf = (kind: string, language: LanguageId): readonly (Done & { readonly code: string })[] =>
  damagesOf(kind, language).flatMap(done =>
    done.damaged.code === undefined ? [] : [{ ...done, code: done.damaged.code }],
  );

/** Of these a small file may have nothing. */
const rare = new Set([
  'Python indentation',
  'await lost',
  'wrong arity',
  'member lost',
  'comments lost',
  'other code of the file',
]);

suite('every kind of damage', () => {
  for (const { kind } of damageKinds) {
    test(`${kind}: changes the answer, and always alike`, () => {
      for (const language of languages.keys()) {
        const done = damagesOf(kind, language);
        assert.ok(done.length > 0 || rare.has(kind), language);
        for (const { edit, damaged } of done) assert.notEqual(damaged.code ?? damaged.text, edit.code, language);
        assert.deepEqual(
          done.map(({ damaged }) => damaged),
          damagesOf(kind, language).map(({ damaged }) => damaged),
        );
      }
    });
  }
});

const compiled = ['typescript', 'typescriptreact', 'javascript', 'python'] as const;

test('what is called a syntax error does not parse', () => {
  for (const language of compiled)
    for (const { edit, code } of codesOf('syntax error', language))
      assert.notEqual(parsesWith(edit.unit, code), true, code);
});

test('a line of Python that stands deeper does not parse', () => {
  const found = codesOf('Python indentation', 'python');
  assert.ok(found.length > 0);
  for (const { edit, code } of found) assert.notEqual(parsesWith(edit.unit, code), true, code);
});

test('damage of meaning parses: only what it means is wrong', () => {
  const kinds = damageKinds.filter(
    ({ group, kind }) => ['flips', 'names', 'call'].includes(group) && kind !== 'await lost',
  );
  for (const language of compiled)
    for (const { kind } of kinds)
      for (const { edit, code } of codesOf(kind, language))
        assert.notEqual(parsesWith(edit.unit, code), false, `${kind}\n${code}`);
});

test('what is lost leaves code that parses', () => {
  for (const language of compiled)
    for (const kind of ['tail lost', 'middle lost', 'member lost', 'comments lost'])
      for (const { edit, code } of codesOf(kind, language))
        assert.notEqual(parsesWith(edit.unit, code), false, `${kind}\n${code}`);
});

test('an invented name stands nowhere else in its file', () => {
  for (const { edit, code } of codesOf('undefined name', 'typescript')) {
    const added = (code.match(/\w+/g) ?? []).find(word => !edit.code.includes(word)) ?? '';
    assert.notEqual(added, '');
    assert.doesNotMatch(edit.unit.before + edit.code + edit.unit.after, new RegExp(`\\b${added}\\b`));
  }
});

test('a wrong number of arguments goes to another function of the file', () => {
  const codes = codesOf('wrong arity', 'typescript').map(({ code }) => code);
  assert.ok(codes.some(code => code.includes('shortened(parts.join(between), limit, null)')));
  assert.ok(codes.every(code => !code.includes('function shortened(text: string, most: number, null)')));
});

test('no head of a function is taken for a call', () => {
  const heads = /\b(?:null|nil|None|nullptr)\)(?: [\w(), ]+)? ?[{:]$/m;
  for (const language of languages.keys())
    for (const { code } of codesOf('wrong arity', language)) assert.doesNotMatch(code, heads);
});

test('a flip changes one token or its place, and no line is lost', () => {
  for (const language of languages.keys())
    for (const kind of ['operator flipped', 'literal changed', 'condition negated', 'arguments swapped'])
      for (const { edit, code } of codesOf(kind, language)) {
        const before = edit.code.split('\n');
        const changed = code.split('\n').filter((line, at) => line !== before[at]);
        assert.equal(code.split('\n').length, before.length, kind);
        assert.equal(changed.length, 1, `${kind}\n${code}`);
      }
});

test('in Rust the bounds of a type are no sums', () => {
  for (const { code } of codesOf('operator flipped', 'rust')) assert.doesNotMatch(code, /- ['A-Z]/);
});

test('what is left out is said in forty-five spellings', () => assert.equal(elidedSpellings, 45));
