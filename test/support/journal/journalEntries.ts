import type { AttemptEntry, CircuitEntry, QuestionEntry } from '../../../src/core/journal/journalEntry.ts';
import { Metrics } from '../../../src/core/metrics/metrics.ts';
import type { JournalEntry } from '../../../src/core/journal/journalEntry.ts';
import type { Spending } from '../../../src/core/budget/spending.ts';
import type { DashboardSources } from '../../../src/interaction/dashboard/sums/dashboardSources.ts';
import { DashboardEntries } from '../../../src/interaction/dashboard/sums/dashboardEntries.ts';
import { monthPace } from '../../../src/interaction/dashboard/sums/monthPace.ts';

/** An attempt that answered with 600 tokens for a tenth of a cent, but for what is given. */
export const attempt = (given: Partial<AttemptEntry> = {}): AttemptEntry => ({
  ...{ number: 1, target: 'one/a', startMs: 0, firstTokenMs: 300, tookMs: 900, outcome: 'answered', spent: 'exact' },
  ...{ inputTokens: 500, outputTokens: 100, usd: 0.001 },
  ...given,
});

/** A question that the first choice answered, but for what is given. */
export const question = (at: number, given: Partial<QuestionEntry> = {}): QuestionEntry => ({
  kind: 'question',
  ...{ id: `q-${at}`, at, tookMs: 1_000, workspace: 'here', promptLength: 400, task: 'explain' },
  ...{ outcome: 'answered', first: 'one/a', from: 'one/a', freshness: 'live', cache: 'missed' },
  attempts: [attempt()],
  decisions: [],
  ...given,
});

/** The first choice was passed over for another target. */
export const fallback = (at: number, given: Partial<QuestionEntry> = {}): QuestionEntry =>
  question(at, {
    from: 'two/b',
    fallback: { insteadOf: 'one/a', because: 'rate-limited' },
    attempts: [
      attempt({ outcome: 'rate-limited', spent: 'nothing', inputTokens: 0, outputTokens: 0, usd: 0 }),
      attempt({ number: 2, target: 'two/b' }),
    ],
    ...given,
  });

export const circuit = (at: number, given: Partial<CircuitEntry> = {}): CircuitEntry => ({
  kind: 'circuit',
  ...{ at, target: 'one/a', before: 'closed', after: 'open' },
  ...given,
});

/** What the dashboard is made from, after these entries. */
export function dashboardSources(
  entries: readonly JournalEntry[],
  given: Partial<DashboardSources> = {},
): DashboardSources & { readonly metrics: Metrics } {
  const metrics = new Metrics();
  const dashboardEntries = new DashboardEntries();
  for (const entry of entries) {
    metrics.add(entry);
    dashboardEntries.add(entry);
  }
  const labels: Readonly<Record<string, string>> = { 'one/a': 'Claude', 'two/b': 'GPT' };
  return {
    entries: dashboardEntries,
    labelOf: id => labels[id] ?? id,
    circuitOf: () => 'closed',
    spending: () => undefined,
    workspace: () => 'here',
    forecast: monthPace(() => [
      { tokens: 50_000, usd: 0.1 },
      { tokens: 40_000, usd: 0.1 },
    ]),
    ...given,
    metrics,
  };
}

/** A budget with these limits, of which so much is used. */
export const spending = (given: Partial<Spending> = {}): Spending => ({
  measures: [
    { which: 'day', used: 12_000, limit: 200_000 },
    { which: 'month', used: 1_000_000, limit: 4_000_000 },
    { which: 'money', used: 3, limit: 10 },
  ],
  isEstimated: false,
  isKept: true,
  ...given,
});

/** So many questions over the 30 days before a moment: four targets, falling back, failing, from memory, rehearsed, as it comes. */
export function journalOf(count: number, wallMs: number): readonly JournalEntry[] {
  const stepMs = (29.5 * 86_400_000) / count;
  const targets = ['one/a', 'two/b', 'three/c', 'local/d'];
  return Array.from({ length: count }, (_, index) => {
    const at = wallMs - (count - index) * stepMs;
    const tookMs = 400 + ((index * 7_919) % 9_000);
    const confidence = { tier: index % 9 === 0 ? 'doubtful' : 'checked', score: 0.9, signs: [] } as const;
    const usual = { id: `q-${index}`, tookMs, confidence };
    if (index % 13 === 5)
      return question(at, {
        ...usual,
        cache: 'hit',
        freshness: 'cached',
        attempts: [],
        saved: [{ cause: 'cache', tokens: 600, usd: 0.001 }],
      });
    if (index % 17 === 3) return fallback(at, usual);
    if (index % 29 === 7)
      return question(at, { ...usual, outcome: 'silent', attempts: [attempt({ outcome: 'silent' })] });
    const target = targets[index % 4] ?? 'one/a';
    return question(at, { ...usual, from: target, first: target, attempts: [attempt({ target, tookMs })] });
  });
}
