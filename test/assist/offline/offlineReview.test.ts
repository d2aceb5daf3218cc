import assert from 'node:assert/strict';
import { test } from 'node:test';
import { review } from '../../../src/assist/tasks/review.ts';
import { reviewChanges, reviewCommit } from '../../../src/assist/tasks/reviewChanges.ts';
import { saidOf } from './saidOf.ts';

test('the weightiest problems come first, and it says that nobody has judged', async () => {
  const diagnostics = [
    { line: 9, severity: 'Hint', message: 'unused' },
    { line: 4, severity: 'Error', message: 'wrong' },
  ];
  const { text } = await saidOf(review, { code: 'x;\n' }, { diagnostics });
  assert.match(text, /^This text does not come from a model[^]*No model has judged/);
  assert.match(text, /Error, line 4: ` wrong `\n- Hint, line 9/);
  assert.match(text, /Nothing else stands out/);
});

const long = `function long(a, b, c, d, e, f) {\n${'  step();\n'.repeat(70)}}\n`;
const deep =
  'function deep(x) {\n  if (x) {\n    if (x) {\n      if (x) {\n        if (x) {\n          for (;;) {}\n        }\n      }\n    }\n  }\n}\n';

test('functions that are long, deep or have many parameters are told with their lines', async () => {
  const { text } = await saidOf(review, { code: `${deep}${long}`, startLine: 10 });
  assert.match(text, /line 10: ` deep ` is nested 5 deep/);
  assert.match(text, /line 21: ` long ` has 72 lines of code\.\n- line 21: ` long ` has 6 parameters/);
});

test('a loop is no function, however long it is', async () => {
  const { text } = await saidOf(review, {
    code: `function run() {\n  while (next()) {\n${'    step();\n'.repeat(70)}  }\n}\n`,
  });
  assert.doesNotMatch(text, /while/);
  assert.match(text, /` run ` has/);
});

test('Python is measured by its indentation', async () => {
  const code = `def small(a):\n    return a\n\n\ndef long(a):\n${'    step()\n'.repeat(70)}\n\nx = 1\n`;
  const { text } = await saidOf(review, { code, language: 'python', startLine: 1 });
  assert.match(text, /line 5: ` long ` has 71 lines of code/);
  assert.doesNotMatch(text, /small/);
});

test('what was left open, left from debugging and swallowed is told', async () => {
  const code =
    '// TODO: round it\nconsole.log(x);\ntry { a(); } catch (error) {}\nconst text = "TODO";\n<<<<<<< HEAD\n';
  const { text } = await saidOf(review, { code, startLine: 1 });
  assert.match(text, /line 1: Left open: ` TODO: round it `/);
  assert.match(text, /line 2: Left from debugging: ` console\.log\( `/);
  assert.match(text, /line 3: An error is caught/);
  assert.doesNotMatch(text, /line 4/);
  assert.match(text, /line 5: A mark of a conflict/);
});

const diff = `diff --git a/src/cart.ts b/src/cart.ts
--- a/src/cart.ts
+++ b/src/cart.ts
@@ -8,3 +10,4 @@ function total() {
 kept
-console.log('old');
+debugger;
+sum();
diff --git a/logo.png b/logo.png
Binary files a/logo.png and b/logo.png differ
`;

for (const assistance of [reviewChanges, reviewCommit])
  test(`of a change only what it adds is looked at, by the lines of now: ${assistance.task}`, async () => {
    const diagnostics = [{ line: 11, severity: 'Warning', message: 'odd', file: 'src/cart.ts' }];
    const { text, draft } = await saidOf(assistance, { code: diff, language: 'diff' }, { diagnostics });
    assert.match(text, /2 files, 2 lines added, 1 removed\./);
    assert.match(text, /Warning, ` src\/cart\.ts `, line 11: ` odd `/);
    assert.match(text, /` src\/cart\.ts `, line 11: Left from debugging: ` debugger; `/);
    assert.doesNotMatch(text, /console/);
    assert.match(text, /` logo\.png ` is binary[^]*no test with it/);
    assert.equal(draft, undefined);
  });
