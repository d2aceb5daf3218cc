import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownIn, knownSecrets, piecesOfKnown, placesOfKnown } from '../../../src/core/secrets/knownSecrets.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';
import { pemKey } from '../../support/pemKey.ts';

const key = pemKey(2048);
const document = ['tls:', '  key: |', ...key.map(line => `    ${line}`), 'image: app'].join('\n');
const start = document.indexOf('-----BEGIN');
const end = document.indexOf('image') - 1;
const known = knownSecrets(document, [{ start, end, kind: 'private-key' }]);
const standing = (text: string) => placesOfKnown(known, text).map(place => text.slice(place.start, place.end));

test('the lines of a key that are left over when its beginning is cut off are known, as one', () => {
  const left = document.split('\n').slice(20).join('\n');
  assert.deepEqual(standing(left), [left.slice(4, left.indexOf('\nimage'))]);
});

test('its lines are known at another indentation, with other line ends, and one by one', () => {
  const [, second = '', third = ''] = key;
  assert.deepEqual(standing(`\t${third}\r\nx\r\n${second}`), [third, second]);
});

test('a line that only begins like one of them is none', () => {
  assert.deepEqual(standing(`${key[1]?.slice(0, 20)}\nimage: app\nkey: |`), []);
});

test('of a short secret that its cut-off name gave away the very line is known, and not the word', () => {
  const text = 'password: >-\n  hunter2\nlogin: hunter2 jones';
  const [, line] = knownSecrets(text, [{ start: 15, end: 22, kind: 'assignment' }]).flatMap(({ lines }) => lines);
  assert.equal(line, undefined);
  const short = knownSecrets(text, [{ start: 15, end: 22, kind: 'assignment' }]);
  const cut = '  hunter2\nlogin: hunter2 jones';
  assert.deepEqual(placesOfKnown(short, cut), [{ start: 2, end: 9 }]);
});

test('lines that read alike in two keys go on where the line before stands', () => {
  const [other, same] = [pemKey(4096), key];
  const both = [...same, 'x', ...other].join('\n');
  const places = [...both.matchAll(/-----BEGIN[^]*?-----END RSA PRIVATE KEY-----/g)];
  const two = knownSecrets(
    both,
    places.map(({ index, 0: text }) => ({ start: index, end: index + text.length, kind: 'private-key' })),
  );
  assert.deepEqual(
    placesOfKnown(two, both),
    places.map(({ index, 0: text }) => ({ start: index, end: index + text.length })),
  );
});

test('only secrets of which a line is left over are carried along', () => {
  assert.deepEqual(
    [atOnce(knownIn(known, ['image: app', ''])).length, atOnce(knownIn(known, [`  ${key[5]}`])).length],
    [0, 1],
  );
});

test('what is left of a long line that was cut is known by the line', () => {
  const pieces = Array.from({ length: 6 }, (_, at) => `${at}aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5`);
  const line = `const data = "${pieces.join('\\n')}";`;
  const found = pieces.map(piece => ({
    start: line.indexOf(piece),
    end: line.indexOf(piece) + piece.length,
    kind: 'x',
  }));
  for (const rest of [line.slice(150), line.slice(0, 100)]) {
    const letters = rest.split('');
    const carried = atOnce(knownIn(knownSecrets(line, found), [`a\n${rest}\nb`]));
    for (const { start, end } of placesOfKnown(carried, rest)) letters.fill('', start, end);
    assert.doesNotMatch(letters.join(''), /[A-Za-z0-9]{9}/);
  }
});

test('pieces long enough to be no word are sought everywhere, and not thousands of them', () => {
  const many = knownSecrets(
    Array.from({ length: 500 }, (_, at) => `secret-number-${at}-of-five-hundred`).join('\n'),
    Array.from({ length: 1 }, () => ({ start: 0, end: 15_000, kind: 'x' })),
  );
  assert.equal(piecesOfKnown(many).length, 120);
  assert.ok(piecesOfKnown(known).every(piece => piece.length >= 24));
});
