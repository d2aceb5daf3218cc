import { isObject } from '../../core/shared/isObject.ts';

/** What came of tests that were run. */
export interface TestResult {
  readonly passed: number;
  readonly skipped: number;
  /** What those are called that failed, or could not be run. */
  readonly failed: readonly string[];
}

/** As VS Code counts the states of a test. */
const states = { passed: 3, failed: 4, skipped: 5, errored: 6 } as const;

/** A longer result is not read to its end: what is said of it is a line. */
const mostItems = 100_000;

/**
 * Reads what VS Code gives back for tests that it has run; nobody has promised its form, so what is unclear is none. undefined: it
 * is no result. One of no test is a result, and not that all passed.
 */
export function testResult(given: unknown): TestResult | undefined {
  const items: unknown = isObject(given) ? given['items'] : undefined;
  if (!Array.isArray(items)) return undefined;
  let [passed, skipped] = [0, 0];
  const failed: string[] = [];
  for (const item of items.slice(0, mostItems) as readonly unknown[]) {
    const state = isObject(item) ? item['ownComputedState'] : undefined;
    if (state === states.passed) passed += 1;
    if (state === states.skipped) skipped += 1;
    if (state === states.failed || state === states.errored) failed.push(labelOf(item));
  }
  return { passed, skipped, failed };
}

function labelOf(given: unknown): string {
  const item = isObject(given) ? given['item'] : undefined;
  const label = isObject(item) ? item['label'] : undefined;
  return typeof label === 'string' ? label : '';
}
