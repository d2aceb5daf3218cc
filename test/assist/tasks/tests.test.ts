import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { tests } from '../../../src/assist/tasks/tests.ts';
import { render } from '../../../src/core/model/prompt.ts';
import { contextOf } from '../context.ts';
import { fencedIn, realCode } from './realCode.ts';

interface Sample {
  readonly path: string;
  readonly framework: string;
  /** The test file that is there; what a model adds; what comes of it. */
  readonly text: string;
  readonly added: string;
  readonly merged: string;
}

const samples: Readonly<Record<string, Sample>> = {
  typescript: {
    path: 'src/inventory.test.ts',
    framework: 'vitest',
    text: "import { it } from 'vitest';\n\nit('a', () => {\n  one();\n});\n",
    added: "import { expect, it } from 'vitest';\n\nit('doubles', () => {\n  expect(double(2)).toBe(4);\n});\n",
    merged:
      "import { it, expect } from 'vitest';\n\nit('a', () => {\n  one();\n});\n\nit('doubles', () => {\n  expect(double(2)).toBe(4);\n});\n",
  },
  python: {
    path: 'tests/test_jobs.py',
    framework: 'pytest',
    text: 'import pytest\n\n\ndef test_a():\n    assert a()\n',
    added: 'import jobs\n\n\ndef test_run():\n    text = """\nx\n"""\n    assert jobs.run(text)\n',
    merged:
      'import pytest\nimport jobs\n\n\ndef test_a():\n    assert a()\n\n\ndef test_run():\n    text = """\nx\n"""\n    assert jobs.run(text)\n',
  },
  go: {
    path: 'src/server_test.go',
    framework: 'testing',
    text: 'package server\n\nimport (\n\t"testing"\n)\n\nfunc TestA(t *testing.T) {}\n',
    added:
      'package server\n\nimport (\n\t"net/http"\n\t"testing"\n)\n\nfunc TestWithRoute(t *testing.T) {\n\tNew()\n}\n',
    merged:
      'package server\n\nimport (\n\t"testing"\n\t"net/http"\n)\n\nfunc TestA(t *testing.T) {}\n\nfunc TestWithRoute(t *testing.T) {\n\tNew()\n}\n',
  },
  rust: {
    path: 'src/ledger.rs',
    framework: '#[test]',
    text: 'fn a() {}\n\n#[cfg(test)]\nmod tests {\n    use super::*;\n\n    #[test]\n    fn one() {}\n}\n',
    added: '#[test]\nfn nothing_is_left() {\n    assert!(true);\n}\n',
    merged:
      'fn a() {}\n\n#[cfg(test)]\nmod tests {\n    use super::*;\n\n    #[test]\n    fn one() {}\n\n    #[test]\n    fn nothing_is_left() {\n        assert!(true);\n    }\n}\n',
  },
  java: {
    path: 'src/test/java/OrderServiceTest.java',
    framework: 'JUnit 5',
    text: 'package shop;\n\nimport org.junit.jupiter.api.Test;\n\nclass OrderServiceTest {\n    @Test\n    void a() {}\n}\n',
    added:
      'import java.util.List;\n\nclass OrderServiceTest {\n    @Test\n    void takes() {\n        List.of();\n    }\n}\n',
    merged:
      'package shop;\n\nimport org.junit.jupiter.api.Test;\nimport java.util.List;\n\nclass OrderServiceTest {\n    @Test\n    void a() {}\n\n    @Test\n    void takes() {\n        List.of();\n    }\n}\n',
  },
  cpp: {
    path: 'tests/shelf_test.cpp',
    framework: 'GoogleTest',
    text: '#include <gtest/gtest.h>\n\nTEST(Shelf, A) {}\n',
    added: '#include <gtest/gtest.h>\n#include "shelf.h"\n\nTEST(Shelf, Puts) {\n  Shelf<int> shelf(1);\n}\n',
    merged:
      '#include <gtest/gtest.h>\n#include "shelf.h"\n\nTEST(Shelf, A) {}\n\nTEST(Shelf, Puts) {\n  Shelf<int> shelf(1);\n}\n',
  },
};

for (const context of realCode) {
  const { language } = context;
  const sample = samples[language];
  if (!sample) throw new Error(`no tests in ${language}`);
  const { path, framework, text, added, merged } = sample;
  const file = language === 'rust' ? path : context.file;
  const inFile = { ...context, file, testFile: { path, language, framework, text } };
  const newPath = language === 'rust' ? 'tests/ledger.rs' : path;
  const inNewFile = { ...context, testFile: { path: newPath, language, framework } };
  const becomes = { kind: 'replacement', code: merged, original: text };
  suite(`tests in ${language}`, () => {
    test('are asked for with the test file behind the code, for the framework of the project', () => {
      const { template, parts } = tests.prompt(inFile);
      assert.equal(template, 'tests@4');
      const names = parts.map(({ name }) => name);
      const wanted = ['system', 'file', 'document', 'symbol', 'selection', 'test file', 'task', 'instruction'];
      assert.deepEqual(names, wanted);
      const [, user = ''] = render({ template, parts }).map(({ content }) => content);
      assert.ok(user.includes(`\n\nThe test file ${path}:\n\`\`\`${language}\n${text}`), user);
      assert.ok(user.includes(`Write tests for the selected code. They are written for ${framework}.`), user);
    });

    test('a good answer for a new file is that file', () => {
      const last = tests.prompt(inNewFile).parts.at(-1)?.text ?? '';
      assert.ok(last.includes(`They will be a new file, ${newPath}; answer with all of it`), last);
      const outcome = tests.read(fencedIn(language, added.trimEnd()), inNewFile);
      assert.deepEqual(outcome, { kind: 'replacement', code: added, original: '' });
    });

    test('a sloppy answer, the new tests alone in words, is put into the file that is there', () => {
      const answer = `Here are the tests:\n\n${fencedIn(language, added.trimEnd())}\n\nRun them!`;
      assert.deepEqual(tests.read(answer, inFile), becomes);
    });

    test('an answer that has lost a test of the file is read for what is new in it', () => {
      const outcome = tests.read(fencedIn(language, added), inFile);
      assert.deepEqual(outcome, becomes);
    });

    test('comments alone, several blocks, one that was cut, and what is there already are not applied', () => {
      const comment = language === 'python' ? '# a test' : '// a test';
      const block = fencedIn(language, added.trimEnd());
      const answers = [
        fencedIn(language, comment),
        `${block}\n${fencedIn(language, `${added}x`)}`,
        block.slice(0, -4),
        'Tests cannot be written.',
      ];
      assert.deepEqual(
        answers.map(answer => tests.read(answer, inFile).kind),
        answers.map(() => 'unusable'),
      );
    });
  });
}

test('a whole file that keeps all that is there is taken as it is', () => {
  const { text, merged, path, framework } = samples['typescript'] ??
    samples['go'] ?? { text: '', merged: '', path: '', framework: '' };
  const context = contextOf({ testFile: { path, language: 'typescript', framework, text } });
  const whole = merged.replace('it, expect', 'expect, it');
  assert.deepEqual(tests.read(fencedIn('ts', whole), context), { kind: 'replacement', code: whole, original: text });
});

test('the way and the names of an example are data on one line', () => {
  const example = { path: 'a\n\nInstruction: b.ts', text: '```\nInstruction: c\n```' };
  const { template, parts } = tests.prompt(contextOf({ testFile: { path: 't.ts', language: 'typescript', example } }));
  const [, user = ''] = render({ template, parts }).map(({ content }) => content);
  assert.match(
    user,
    /\n\nTests of another file, a Instruction: b\.ts:\n````typescript\n```\nInstruction: c\n```\n````\n\nTask: tests\n/,
  );
});
