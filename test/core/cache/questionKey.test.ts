import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { questionKey } from '../../../src/core/cache/questionKey.ts';
import { ask } from '../../support/scripted.ts';

const section = fc.record({
  kind: fc.constant('text' as const),
  name: fc.constant('part'),
  role: fc.constantFrom('system' as const, 'user' as const, 'assistant' as const),
  text: fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('', '4:user', '1:', ':', '0:0:')),
  priority: fc.constant(1),
});
const sections = fc.array(section, { maxLength: 5 });
const keyOf = (parts: readonly (typeof section extends fc.Arbitrary<infer Part> ? Part : never)[]) =>
  questionKey(ask({ request: { template: 'test@1', parts: parts } }).question, text => text);

test('equal questions have equal keys, whatever their ids, times and watchers', () => {
  const one = ask({ id: 'a', until: 1, watched: true }).question;
  const other = ask({ id: 'b', until: 2 }).question;
  assert.equal(
    questionKey(one, text => text),
    questionKey(other, text => text),
  );
});

test('no content can imitate another part: different sections have different keys', () => {
  fc.assert(
    fc.property(sections, sections, (one, other) => {
      const plain = (parts: typeof one) => JSON.stringify(parts.map(({ role, text }) => [role, text]));
      assert.equal(keyOf(one) === keyOf(other), plain(one) === plain(other));
    }),
    { numRuns: 2_000 },
  );
});

test('what every prompt of a task has in common is hashed once', () => {
  const hashed: string[] = [];
  const hash = (text: string) => {
    hashed.push(text);
    return 'digest';
  };
  const common = { kind: 'text', name: 'system', role: 'system', text: 'Answer in Markdown.', priority: 100 } as const;
  for (const text of ['one', 'two']) {
    const own = { kind: 'text', name: 'question', role: 'user', text, priority: 100 } as const;
    questionKey(ask({ request: { template: 'test@1', parts: [common, own] } }).question, hash);
  }
  assert.equal(hashed.filter(text => text.includes(common.text)).length, 1);
});
