import assert from 'node:assert/strict';
import { test } from 'node:test';
import { against, judge } from '../judged.ts';

const code = 'export function total(items) {\n  return items.length;\n}\n';

async function told(answer: string, language = 'javascript', about = code): Promise<readonly string[]> {
  const judged = await judge(`\`\`\`\n${answer}\n\`\`\``, {
    language,
    code: '',
    about: { kind: 'tests', code: about },
  });
  return against(judged).filter(sign => /asserts-nothing|tests-skipped|other-code/.test(sign));
}

// pass whatever the code does: sweepai/sweep, github/copilot and others are told so by their users
const nothing: readonly (readonly [language: string, answer: string])[] = [
  ['javascript', "test('a', () => {\n  total([]);\n});"],
  ['javascript', "test('total', () => {\n  // TODO: add more tests\n});"],
  ['javascript', "test('total', () => {\n  expect(true).toBe(true);\n});"],
  ['python', 'def test_total():\n    total([])'],
  ['python', 'def test_total():\n    assert True\n'],
  ['go', 'func TestTotal(t *testing.T) {\n\ttotal(nil)\n}'],
  ['java', '@Test\nvoid total() {\n    new Shop().total();\n}'],
];

for (const [language, answer] of nothing)
  test(`tests that check nothing are doubted: ${JSON.stringify(answer.slice(0, 60))}`, async () => {
    assert.ok((await told(answer, language)).includes('soft asserts-nothing'));
  });

const something: readonly (readonly [language: string, answer: string])[] = [
  ['javascript', "test('a', () => {\n  expect(total([1])).toBe(1);\n});"],
  ['javascript', "test('a', t => {\n  t.is(total([1]), 1);\n});"],
  ['python', 'def test_total():\n    with pytest.raises(ValueError):\n        total(None)'],
  ['go', 'func TestTotal(t *testing.T) {\n\tif total(nil) != 0 {\n\t\tt.Errorf("x")\n\t}\n}'],
  ['go', 'func ExampleTotal() {\n\tfmt.Println(total(nil))\n\t// Output: 0\n}'],
  ['rust', '#[test]\nfn sums() {\n    assert_eq!(total(&[]), 0);\n}'],
  ['csharp', '[Fact]\npublic void Sums()\n{\n    Assert.Equal(0, total());\n}'],
  ['shellscript', '@test "total" {\n  [ "$(total)" = 0 ]\n}'],
];

for (const [language, answer] of something)
  test(`tests that check something are not: ${JSON.stringify(answer.slice(0, 60))}`, async () => {
    assert.deepEqual(await told(answer, language), []);
  });

test('that a test is never run, or names nothing of what it is about, is told and no doubt', async () => {
  const skipped = (mark: string) => `${mark}('total', () => {\n  expect(total([])).toBe(0);\n});`;
  for (const mark of ['test.skip', 'it.todo', 'xit', 'describe.skip'])
    assert.deepEqual(await told(skipped(mark)), ['fact tests-skipped'], mark);
  assert.deepEqual(await told("test('a', () => {\n  expect(average([1])).toBe(1);\n});"), ['fact other-code']);
});
