import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { alikeness, LikenessIndex, likenessOf } from '../../../src/core/cache/similarity.ts';
import { sha256 } from '../../../src/libraries/sha256.ts';
import { ask } from '../../support/scripted.ts';
import { adversarialCode, adversarialPairs } from './adversarialPairs.ts';
import { tuning, unseen } from './paraphrases.ts';
import type { Question } from '../../../src/core/model/question.ts';

const threshold = 0.85;

interface Asking extends Partial<Question> {
  readonly words?: string;
  readonly code?: string;
  readonly file?: string;
}

const question = ({ words = 'What does it do?', code = 'f(x)', file = 'File: a.ts', ...more }: Asking): Question => {
  const section = (name: string, text: string) => ({ name, role: 'user', text, priority: 1 }) as const;
  const sections = [section('file', file), section('selection', code), section('question', `Question: ${words}`)];
  return ask({ prompt: { template: 'ask@1', sections }, ...more }).question;
};

const likeness = (asking: Asking) => likenessOf(question(asking), sha256);

/** Would the answer to one be given to who asks the other? */
function areSimilar(one: Asking, other: Asking): boolean {
  const [a, b] = [likeness(one), likeness(other)];
  if (!a || !b) return false;
  return a.guard === b.guard && alikeness(a.words, b.words) >= threshold;
}

const recall = (pairs: typeof tuning) =>
  pairs.filter(([one, other]) => areSimilar({ words: one }, { words: other })).length;

test('of questions that only look alike not one is taken for the other', () => {
  const falseHits = adversarialPairs.filter(([one, other]) => areSimilar({ words: one }, { words: other }));
  assert.deepEqual(falseHits, []);
  assert.ok(adversarialPairs.length >= 200);
});

test('asked in the same words of code that only looks alike, no answer is taken for the other', () => {
  const falseHits = adversarialCode.filter(([one, other]) => areSimilar({ code: one }, { code: other }));
  assert.deepEqual(falseHits, []);
});

test('more than 60 % of what means the same is found, among pairs that nothing was tuned to too', () => {
  assert.deepEqual([tuning.length, unseen.length], [50, 50]);
  const found = [recall(tuning), recall(unseen)];
  assert.ok(
    found.every(count => count >= 30),
    `${found.join(' and ')} of 50`,
  );
});

const others: [string, Asking][] = [
  ['another task', { task: 'explain' }],
  ['another language', { expects: { form: 'prose', language: 'python', code: '' } }],
  ['another workspace or trust', { scope: 'elsewhere' }],
  ['other sampling', { sampling: { temperature: 0, maxOutputTokens: 7 } }],
  ['another file', { file: 'File: b.ts' }],
  ['other lines', { file: 'File: a.ts\nLines: 1-2' }],
];
for (const [name, other] of others) {
  test(`with ${name} no question is similar`, () => {
    assert.equal(areSimilar({}, other), false);
    assert.equal(areSimilar(other, { ...other, words: 'what does it do' }), true);
  });
}

test('an edit is never similar to another one, nor an answer in a form', () => {
  const json = { check: () => undefined, predefined: '{}' };
  assert.equal(likeness({ task: 'edit' }), undefined);
  assert.equal(likeness({ expects: { form: 'code', language: 'typescript', code: '' } }), undefined);
  assert.equal(likeness({ expects: { form: 'prose', language: 'typescript', code: '', json } }), undefined);
});

test('ends of lines make no difference, indentation does', () => {
  assert.equal(areSimilar({ code: 'a\r\n  b  \r\n' }, { code: 'a\n  b\n' }), true);
  assert.equal(areSimilar({ code: 'a\n  b' }, { code: 'a\n    b' }), false);
});

test('a contrast of two words that may stand for each other is kept apart', () => {
  for (const [one, other] of [
    ['Why a method instead of a function?', 'Why a function instead of a method?'],
    ['Is this a method?', 'Is this a function?'],
    ['Does the argument shadow the parameter?', 'Does the parameter shadow the argument?'],
    ['What is f?', 'What is f()?'],
    ['Explain save! please', 'Explain save please'],
    ['Why is one used?', 'Why is i used?'],
    ['Can you fix this?', 'Can I fix this?'],
    ['What does that function do?', 'What does this function do?'],
    ['What are the closures?', 'What are closures?'],
    ['What is the point of intersection?', 'What is the purpose of intersection?'],
  ] as const) {
    assert.equal(areSimilar({ words: one }, { words: other }), false, `${one} ${other}`);
  }
});

test('who asks for more of the same words gets it', () => {
  const [one, other] = [likeness({ words: 'Explain this code' }), likeness({ words: 'What does this code do?' })];
  assert.ok(one && other);
  assert.equal(one.guard, other.guard);
  const score = alikeness(one.words, other.words);
  assert.ok(score >= 0.85 && score < 0.95, String(score));
  assert.equal(alikeness(one.words, one.words), 1);
});

test('neither words nor code can be read from it', () => {
  const one = likeness({ words: 'Why is `secretName` zebra?', code: 'walrus' });
  assert.doesNotMatch(JSON.stringify(one), /secretName|zebra|walrus|why/i);
});

// what a question is about: changing any of these changes what is asked
const telling = [
  'enable disable add remove before after min max sync async increase decrease with without all none first last more less',
  'not never always only once twice read write open close start stop push pop left right old new true false even odd',
  'userId userName parseLine parse_line 1 2 10 0x10 v1.2 === !== < <= && || ?? ?. ++ -- `a` `b` `x.y` "on" "off" Map Set',
  'cache loop test error timeout value key lock thread memory request response client server parent child string number',
].flatMap(line => line.split(' '));
const openings = ['why does', 'how does', 'when does', 'where does', 'what is', 'is', 'can', 'should', 'explain'];
const sentence = fc
  .record({
    opening: fc.constantFrom(...openings),
    words: fc.array(fc.constantFrom(...telling, 'the', 'this', 'it', 'in', 'to', 'from', 'of'), {
      minLength: 1,
      maxLength: 9,
    }),
  })
  .map(({ opening, words }) => [opening, ...words]);

test('a question in which one telling word, name, number or operator is another one is never similar', () => {
  fc.assert(
    fc.property(sentence, fc.nat(), fc.constantFrom(...telling), (words, place, instead) => {
      const at = place % words.length;
      fc.pre(at > 0 && telling.includes(words[at] ?? '') && words[at] !== instead);
      const changed = words.with(at, instead);
      assert.equal(areSimilar({ words: words.join(' ') }, { words: changed.join(' ') }), false);
    }),
    { numRuns: 1_000 },
  );
});

test('a question with one telling word more is never similar, nor one that begins in another way', () => {
  fc.assert(
    fc.property(
      sentence,
      fc.nat(),
      fc.constantFrom(...telling),
      fc.constantFrom(...openings),
      (words, place, more, opening) => {
        const longer = words.toSpliced(1 + (place % words.length), 0, more);
        assert.equal(areSimilar({ words: words.join(' ') }, { words: longer.join(' ') }), false);
        fc.pre(opening !== words[0]);
        assert.equal(areSimilar({ words: words.join(' ') }, { words: words.with(0, opening).join(' ') }), false);
      },
    ),
    { numRuns: 700 },
  );
});

const code = [
  'if',
  'a',
  'b',
  '(',
  ')',
  '===',
  '!==',
  '<',
  '<=',
  '+',
  '-',
  '1',
  '2',
  'return',
  'await',
  'x.y',
  '"s"',
  '!',
  ';',
  '\n  ',
];
test('code in which one token is another one, more or missing is never similar', () => {
  const tokens = fc.array(fc.constantFrom(...code), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(
      tokens,
      fc.nat(),
      fc.constantFrom(...code),
      fc.constantFrom('replace', 'add', 'remove'),
      (one, place, token, how) => {
        const at = place % one.length;
        const other =
          how === 'replace' ? one.with(at, token) : how === 'add' ? one.toSpliced(at, 0, token) : one.toSpliced(at, 1);
        const text = (parts: readonly string[]) => `x ${parts.join(' ')} y`;
        fc.pre(text(one) !== text(other) && token !== '\n  ' && one[at] !== '\n  ');
        assert.equal(areSimilar({ code: text(one) }, { code: text(other) }), false);
      },
    ),
    { numRuns: 700 },
  );
});

test('whatever is asked, finding out what it is like neither fails nor takes long', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 400 })), words => {
      const one = likeness({ words });
      assert.equal(one === undefined || areSimilar({ words }, { words }), true);
    }),
    { numRuns: 200 },
  );
  const long = [
    'the '.repeat(90),
    'of the '.repeat(50),
    'is not '.repeat(50),
    'what does '.repeat(38),
    '((((('.repeat(70),
  ];
  for (const words of long) likeness({ words });
});

test('of several that are alike the most alike comes first, then the latest; what is taken out is not found', () => {
  const index = new LikenessIndex();
  const kept = (key: string, words: string, at: number) => ({
    key,
    at,
    text: '',
    model: '',
    usage: { inputTokens: 0, outputTokens: 0, cachedInputTokens: 0, exact: true },
    likeness: { guard: 'same', words },
  });
  const [old, young, other] = [kept('old', 'aaaaaaa', 1), kept('young', 'aaaaaaa', 2), kept('other', 'bbbbbbb', 3)];
  for (const one of [old, other, young]) index.add(one);
  const find = (limit: number) => index.find({ guard: 'same', words: 'aaaaaaa' }, limit);
  assert.deepEqual(
    [find(0.85), find(0.9)],
    [
      ['young', 'old', 'other'],
      ['young', 'old'],
    ],
  );
  index.remove(young);
  index.remove(kept('old', 'aaaaaaa', 1)); // another one under the same key
  assert.deepEqual(find(0.9), ['old']);
});
