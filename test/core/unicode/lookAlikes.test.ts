import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookAlikesIn } from '../../../src/core/unicode/lookAlikes.ts';

const namesIn = (code: string): readonly string[] => lookAlikesIn(code).map(({ name }) => name);

test('a name that passes for another is found', () => {
  // nickboucher/trojan-source, homoglyph-function: sayНello beside sayHello (CVE-2021-42694)
  const names = [
    'say\u041Dello',
    'p\u0430ypal',
    'sc\u03BFpe',
    '\u0410dmin',
    'isAdmi\u0578'.slice(0, 6) + '\u043E',
    '\u03A7_train',
    'data\u0455et',
    'us\u03BDer',
  ];
  assert.deepEqual(namesIn(names.join('(); ')), names);
});

test('words of Russian, Greek and of formulas are not', () => {
  const names = [
    'имя',
    'getИмя',
    'расчёт_v2',
    'SQLзапрос',
    'Δx',
    'ρ_air',
    'νMax',
    'μs',
    'αβ',
    'deltaΔ',
    'λ1',
    'Όνομα',
    'σ2',
    'ДанныеXML',
  ];
  assert.deepEqual(namesIn(names.join(' + ')), []);
});

test('letters of two scripts in two names side by side are not mixed', () => {
  assert.deepEqual(namesIn('cron-\u0441\u043E\u0440 a.\u0441'), []);
});
