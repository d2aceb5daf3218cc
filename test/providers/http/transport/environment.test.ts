import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

/** What these hold is given to the SDKs' headers, none of which leaves. */
const harmless = ['ANTHROPIC_CUSTOM_HEADERS', 'OPENAI_CUSTOM_HEADERS'];
test('from loading the SDKs to the answer no variable is looked at but those whose values go nowhere', async () => {
  const program = path.join(import.meta.dirname, 'environmentReads.ts');
  const { stderr } = await promisify(execFile)(process.execPath, [program]);
  const read = (JSON.parse(stderr) as readonly string[]).filter(name => !name.startsWith('NODE_TEST_'));
  assert.deepEqual(read, harmless);
});
