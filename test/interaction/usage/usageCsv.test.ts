import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usageCsvHead, usageCsvLines } from '../../../src/interaction/usage/usageCsv.ts';
import { attemptEntry, questionEntry } from '../../core/journal/entries.ts';

/** A line as its columns say it; what is empty is left out. */
function read(line: string): Readonly<Record<string, string>> {
  const names = usageCsvHead().trimEnd().split(',');
  const cells = line.trimEnd().split(',');
  const pairs = names.map((name, index) => [name, cells[index] ?? ''] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== ''));
}

test('each attempt is a line, with what it took and what it cost', () => {
  const failed = attemptEntry({ outcome: 'server', spent: 'estimated', outputTokens: 0 });
  const lines = usageCsvLines(questionEntry({ attempts: [failed, attemptEntry({ number: 2, target: 'gpt' })] })).split(
    '\r\n',
  );
  assert.deepEqual(
    lines.slice(0, 2).map(line => {
      const { time, attempt, target, outcome, input_tokens, counted_by, cost_usd } = read(line);
      return [time, attempt, target, outcome, input_tokens, counted_by, cost_usd];
    }),
    [
      ['2026-01-01T00:01:00.000Z', '1', 'claude', 'server', '200', 'estimate', '0.002'],
      ['2026-01-01T00:01:00.000Z', '2', 'gpt', 'answered', '200', 'provider', '0.002'],
    ],
  );
});

test('a question that the cache answered is a line without a target', () => {
  const told = read(usageCsvLines(questionEntry({ cache: 'hit', attempts: [] })));
  assert.deepEqual(
    [told['cache'], told['target'], told['cost_usd'], told['duration_ms']],
    ['hit', undefined, undefined, '1200'],
  );
});

// https://owasp.org/www-community/attacks/CSV_Injection
for (const name of ['=HYPERLINK("http://a","b")', '+1', '-1', '@SUM(A1)', '\tx'])
  test(`a name that a spreadsheet would take for a formula is none: ${JSON.stringify(name)}`, () => {
    const line = usageCsvLines(questionEntry({ attempts: [attemptEntry({ target: name })] }));
    assert.equal(
      line.includes(`,'${name.replaceAll('"', '""')},`) || line.includes(`,"'${name.replaceAll('"', '""')}",`),
      true,
    );
  });

test('a comma, a quote or a line break in a name breaks no line', () => {
  const line = usageCsvLines(questionEntry({ attempts: [attemptEntry({ target: 'a,"b"\nc' })] }));
  assert.ok(line.includes(',"a,""b""\nc",'));
});
