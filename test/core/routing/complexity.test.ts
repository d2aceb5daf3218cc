import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Task } from '../../../src/core/model/purpose.ts';
import type { RoutedQuestion } from '../../../src/core/model/question.ts';
import { classFor, complexity, defaultThresholds } from '../../../src/core/routing/complexity.ts';
import type { TextPart } from '../../../src/core/model/prompt.ts';

interface Shape {
  readonly code?: string;
  readonly language?: string;
  readonly words?: string;
  readonly context?: string;
  readonly files?: number;
}

const usedFile = (at: number) => ({ file: `file:///${at}.ts`, hash: String(at) });
const part = (text: string): TextPart => ({ kind: 'text', name: 'task', role: 'user', text, priority: 100 });

/** A question about this code, with these words. */
function questionOf(
  task: Task,
  { code = '', language = 'typescript', words = '', context = '', files = 0 }: Shape = {},
): RoutedQuestion {
  return {
    taskClass: 'standard',
    request: {
      template: 'test@1',
      sampling: { maxOutputTokens: 1_000 },
      parts: [part(context), { ...part(words), wordsFrom: 0 }],
    },
    purpose: {
      task,
      scope: '',
      expects: { form: 'prose', language, code },
      used: Array.from({ length: files }, (_, at) => usedFile(at)),
    },
  };
}

const lines = (count: number): string => 'const total = first + second;\n'.repeat(count);
const classOf = (...question: Parameters<typeof questionOf>) =>
  classFor(complexity(questionOf(...question)), defaultThresholds);

test('a rename, a doc comment and three lines to explain are simple; an edit of many files is complex', () => {
  const found = [
    classOf('rename', { code: lines(10) }),
    classOf('docs', { code: lines(15) }),
    classOf('explain', { code: lines(3) }),
    classOf('fix', { code: lines(20) }),
    classOf('editFiles', { code: lines(60), files: 3 }),
  ];
  assert.deepEqual(found, ['simple', 'simple', 'simple', 'medium', 'complex']);
});

test('longer code, more files, a long prompt and an involved language make a question harder, never easier', () => {
  const base = complexity(questionOf('edit', { code: lines(20) }));
  const harder: readonly Shape[] = [
    { code: lines(300) },
    { code: lines(20), files: 3 },
    { code: lines(20), context: 'word '.repeat(40_000) },
    { code: lines(20), language: 'rust' },
  ];
  for (const shape of harder)
    assert.ok(complexity(questionOf('edit', shape)) > base, JSON.stringify(shape).slice(0, 60));
});

// "task complexity detection": mnfst/llm-gateway#1620; the words of a question count in every language alike
test('a list of steps makes a question harder in every language', () => {
  const steps = [
    '1. Read it\n2. Split it\n3. Test it',
    '- liest es\n- teilt es\n- prüft es',
    '先に読む。次に分ける。最後に試す。そして書く。',
  ];
  const base = complexity(questionOf('ask', { words: 'What is this?' }));
  assert.deepEqual(
    steps.map(words => complexity(questionOf('ask', { words })) > base),
    [true, true, true],
  );
});

test('the score stays between 0 and 1 whatever is asked', () => {
  const most = complexity(
    questionOf('editFiles', {
      code: lines(5_000),
      files: 30,
      context: lines(100_000),
      words: '- do\n'.repeat(50_000),
      language: 'cpp',
    }),
  );
  assert.ok(most <= 1 && most >= 0.95, String(most));
  assert.equal(complexity({ taskClass: 'standard' }), 0.5);
});

test('where a class begins is for the user to say', () => {
  assert.deepEqual(
    [0.2, 0.5, 0.8].map(score => classFor(score, { medium: 0.1, complex: 0.5 })),
    ['medium', 'complex', 'complex'],
  );
});

test('what was asked in earlier turns makes the question of now no harder', () => {
  const now = questionOf('ask', { words: 'And why?' });
  const before = { ...part('1. Read it\n2. Split it\n3. Test it\n4. Ship it'), wordsFrom: 0 };
  const { request } = now;
  assert.ok(request);
  const later = { ...now, request: { ...request, parts: [before, ...request.parts] } };
  assert.equal(complexity(later), complexity(now));
});
