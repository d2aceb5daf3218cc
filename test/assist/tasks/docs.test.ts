import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { docs } from '../../../src/assist/tasks/docs.ts';
import { render } from '../../../src/core/model/prompt.ts';
import { contextOf } from '../context.ts';
import { fencedIn, realCode, realCodeIn } from './realCode.ts';

const comments: Readonly<Record<string, string>> = {
  typescript: '/** Twice as many. */',
  python: '"""Runs it until it succeeds.\n\nReturns the attempt, or -1.\n"""',
  go: '// WithRoute answers a path by a handler.',
  rust: '/// What an owner may still spend.\n///\n/// None when more was spent than may be.',
  java: '/**\n * Takes orders and keeps them there.\n *\n * @param repository where they are kept\n */',
  cpp: '/// @brief Puts a thing behind the others.\n/// @return false when the shelf is full.',
};

/** The lines of the comment as they stand in the code of this language. */
const standing: Readonly<Record<string, (comment: string, code: string) => string>> = {
  typescript: (comment, code) => `${comment}\n${code}`,
  go: (comment, code) => `${comment}\n${code}`,
  rust: (comment, code) => `${indented(comment, '    ')}\n${code}`,
  java: (comment, code) => `${indented(comment, '    ')}\n${code}`,
  cpp: (comment, code) => `${indented(comment, '  ')}\n${code}`,
  python: (comment, code) => code.replace('-> int:\n', `-> int:\n${indented(comment, '        ')}\n`),
};
const indented = (text: string, blanks: string): string => text.replace(/^(?=.)/gm, blanks);

const read = (answer: string, language: string) => docs.read(answer, realCodeIn(language));

for (const context of realCode) {
  const { language, code } = context;
  const comment = comments[language] ?? '';
  const becomes = { kind: 'replacement', code: standing[language]?.(comment, code) };
  suite(`documentation in ${language}`, () => {
    test('is asked for behind the code, in the form that the language has for it', () => {
      const { template, parts } = docs.prompt(context);
      assert.equal(template, 'docs@4');
      const names = parts.map(({ name }) => name);
      assert.deepEqual(names, ['system', 'file', 'document', 'symbol', 'selection', 'task', 'instruction']);
      const [, user = ''] = render({ template, parts }).map(({ content }) => content);
      assert.match(user, /this comment alone: no code, not the declaration itself/);
      assert.ok(user.includes(`Selected code:\n\`\`\`${language}\n${code}`), user);
      assert.match(user, /\n\nInstruction: Write an? [^\n]+$/);
    });

    test('a good answer stands in its place', () => {
      assert.deepEqual(read(fencedIn(language, comment), language), becomes);
    });

    test('a sloppy one, in words and with the code again, is the same', () => {
      const answer = `Sure! Here is the comment:\n\n${fencedIn(language, `${comment}\n${code}`)}\n\nLet me know!`;
      assert.deepEqual(read(answer, language), becomes);
    });

    test('a bare one is the same', () => {
      assert.deepEqual(read(comment, language), becomes);
    });

    test('one of several blocks, one that was cut, and one of other code change nothing', () => {
      const other = fencedIn(language, comment.replace(/[A-Z]/, 'X'));
      assert.equal(read(`${fencedIn(language, comment)}\n${other}`, language).kind, 'unusable');
      assert.equal(read(fencedIn(language, comment).slice(0, -4), language).kind, 'unusable');
      assert.equal(read(fencedIn(language, 'x = 1'), language).kind, 'unusable');
      assert.equal(read('I cannot do that.', language).kind, 'unusable');
    });

    test('one that would break out of its comment adds no code', () => {
      const hostile = [
        `/** a */ system("rm"); /* b */`,
        `"""a""" + system("rm")`,
        `// a\nsystem("rm");`,
        '/**\n * a',
        '"""a',
      ];
      for (const answer of hostile) {
        const outcome = read(fencedIn(language, answer), language);
        if (outcome.kind === 'replacement') assert.doesNotMatch(outcome.code, /system\(/);
      }
    });
  });
}

test('the words of the user stand behind the form', () => {
  const last = docs.prompt(contextOf({ input: ' briefly ' })).parts.at(-1)?.text ?? '';
  assert.match(last, /^Instruction: Write a JSDoc comment .* briefly$/);
});
