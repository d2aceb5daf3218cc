import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerTo } from './started.ts';

const go = `package store

import "errors"

type Store struct{ items map[string]int }

// Get returns the value of a key.
func (s *Store) Get(key string) (int, error) {
	value, ok := s.items[key]
	if !ok {
		return 0, errors.New("missing { " + key)
	}
	return value, nil
}`;

const rust = `pub fn longest<'a>(lines: &'a [String]) -> Option<&'a String> {
    let open = '{';
    for line in lines {
        println!("{}{}", line, open);
    }
    lines.iter().max_by_key(|line| line.len())
}`;

const python = `class Basket:
    """Things that are bought."""

    def __init__(self, items, note="# no comment"):
        self.items = items

    async def total(self, rate: float = 1.0) -> float:
        total = 0
        for item in self.items:
            if item.price > 10:
                total += item.price * rate
        return total

def average(prices):
    return sum(prices) / len(prices)`;

const json = '{ "name": "shop", "version": "1.2.0", "files": ["a", "b"] }';

test('Go is explained by its functions, what they take, decide, call and return', () => {
  const said = answerTo('explain', { language: 'go', code: go });
  for (const part of ['Go', 'struct `Store`', '`Get(key)`', '`!ok`', '`errors.New`', '`value, nil`', '(`string`)']) {
    assert.ok(said.includes(part), part);
  }
});

test('Rust is explained in spite of its lifetimes and braces in characters', () => {
  const said = answerTo('explain', { language: 'rust', code: rust });
  for (const part of ['Rust', '`longest(lines)`', '`line in lines`', "`Option<&'a String>`", 'max_by_key']) {
    assert.ok(said.includes(part), part);
  }
});

test('Python is explained by classes, methods, loops and conditions', () => {
  const said = answerTo('explain', { language: 'python', code: python });
  for (const part of [
    'class `Basket`',
    '`total(rate)`',
    'asynchronous',
    '`item in self.items`',
    '`item.price > 10`',
    '`average(prices)`',
  ]) {
    assert.ok(said.includes(part), part);
  }
});

test('JSON is explained by its keys and values', () => {
  const said = answerTo('explain', { language: 'json', code: json });
  for (const part of ['JSON', '3 keys', '`"1.2.0"`', 'a list of 2 entries']) assert.ok(said.includes(part), part);
});

test('JSON that does not parse is said to be so', () => {
  assert.match(answerTo('explain', { language: 'json', code: '{ "name": ' }), /does not parse/);
});

test('text in no known language is explained by its lines and words', () => {
  assert.match(
    answerTo('explain', { language: 'cobol', code: "IDENTIFICATION DIVISION.\nPROGRAM-ID. DON'T." }),
    /2 lines.*IDENTIFICATION/s,
  );
});

test('code without a named language is recognised by its looks', () => {
  assert.match(answerTo('explain', { language: '', code: python }), /Python/);
});

test('every prose answer says that it is practice and that no model was asked', () => {
  for (const task of ['explain', 'ask'])
    assert.match(answerTo(task, { language: 'go', code: go, wish: 'What is this?' }), /^\*Practice answer.*no model/);
});

test('a smaller model says less', () => {
  const lengths = ['practice-large', 'practice-medium', 'practice-small'].map(
    model => answerTo('explain', { language: 'python', code: python, wish: '', model }).length,
  );
  assert.deepEqual(
    lengths,
    lengths.toSorted((one, other) => other - one),
  );
  assert.ok((lengths[2] ?? 0) < (lengths[0] ?? 0) / 1.5);
});

const questions = [
  ['what does average do?', /average\(prices\).*sum\(prices\) \/ len\(prices\)/s],
  ['Where is total used?', /line 7, declared.*line 11, used/s],
  ['What could go wrong?', /Line 15: divides by a length/],
  ['What could go wrong in total?', /None of the signs/],
  ['which functions are there?', /average\(prices\)/],
  ['What does total return?', /`total` returns `total`, a `float`/],
  ['What parameters does total take?', /`rate` of type `float` by default `1.0`/],
  ['How many functions are there?', /3 functions, 1 type/],
  ['Is it fast?', /`total` loops 1 time/],
  ['Why is rate used?', /rules cannot know/],
  ['Please sing', /Rules cannot answer that/],
] as const;

for (const [question, expected] of questions) {
  test(`"${question}" is answered from the code`, () => {
    assert.match(answerTo('ask', { language: 'python', code: python, wish: question }), expected);
  });
}

test('a question about a key of JSON is answered with its line', () => {
  assert.match(answerTo('ask', { language: 'json', code: json, wish: 'what is the version?' }), /line 1.*1\.2\.0/);
});
