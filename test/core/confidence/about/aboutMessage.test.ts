import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../judged.ts';

const diff = 'diff --git a/a.ts b/a.ts\n@@ -1 +1 @@\n-a > 10\n+a >= 10\n';

async function told(message: string, sent: readonly string[] = [diff]): Promise<readonly string[]> {
  const { signs } = await judge(message, {
    form: 'prose',
    language: 'diff',
    code: diff,
    sent,
    about: { kind: 'message', code: diff },
  });
  return signs
    .filter(({ code }) => code === 'no-message' || code === 'unknown-references')
    .map(({ code, facts }) => [code, facts['names']].filter(each => each !== undefined).join(' '));
}

for (const message of [
  '<type>(<scope>): <subject>',
  '1. fix: include 10\n2. feat: count 10\n3. chore: ten',
  'a'.repeat(400),
])
  test(`is no commit message: ${JSON.stringify(message.slice(0, 40))}`, async () => {
    assert.deepEqual(await told(message), ['no-message']);
  });

for (const message of [
  'Count 10 as large',
  'fix(a): include 10\n\n- ten was small\n- UTF-8 stays as it is, on node-20 and windows-11',
  'feat: take Map<string, number>',
])
  test(`is one: ${JSON.stringify(message.slice(0, 40))}`, async () => {
    assert.deepEqual(await told(message), []);
  });

test('tasks and people that nobody named are told; those of the branch and of earlier messages are not', async () => {
  const message = 'Include 10\n\nCloses #123, SHOP-7\nSigned-off-by: Eve <eve@example.org>';
  assert.deepEqual(await told(message), ['unknown-references #123, SHOP-7, Signed-off-by: Eve <eve@example.org>']);
  assert.deepEqual(await told(message, [diff, '#123 SHOP-7', 'Signed-off-by: Eve <eve@example.org>']), []);
});
