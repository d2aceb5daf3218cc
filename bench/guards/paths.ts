import { judgePath, type PathRule } from '../../src/assist/guard/judgePath.ts';
import { askedPaths, neverPaths } from '../../test/assist/guard/guardedPaths.ts';
import { ordinaryPaths } from '../../test/assist/guard/ordinaryPaths.ts';
import { spellings } from '../../test/assist/guard/spellings.ts';
import type { Figures } from '../harness/bench.ts';
import { median } from '../harness/statistics.ts';

const systems = [{ isWindowsLike: false }, { isWindowsLike: true }];

/** S8: files that act by themselves, files that run code when somebody builds, and ordinary ones, as the guard judges names. */
export function paths(): Promise<Figures> {
  const written = judged(spelled(neverPaths)).filter(({ kind }) => kind === 'free' || kind === 'asked').length;
  const unasked = judged(spelled(askedPaths)).filter(({ kind }) => kind === 'free').length;
  const ordinary = ordinaryPaths.map(path => judgePath(path, { isWindowsLike: false }));
  const asking = ordinary.filter(({ kind }) => kind !== 'free').length;
  const forms = Object.keys(spellings).length + 1;
  return Promise.resolve({
    rows: [
      {
        measure: 'files that act by themselves',
        steadfast: `${written} written`,
        remark: `${neverPaths.length} paths × ${forms} spellings × 2 systems`,
      },
      {
        measure: 'files that run code when somebody builds or asks',
        steadfast: `${unasked} written without a question`,
        remark: `${askedPaths.length} paths × ${forms} spellings × 2 systems`,
      },
      { measure: 'ordinary files', steadfast: `${asking} of ${ordinary.length} ask` },
      { measure: 'one path judged', steadfast: `${(judgeTimeMs() * 1000).toFixed(0)} µs`, remark: 'median' },
    ],
    goals: [
      { name: 'S8 paths that act by themselves, written', value: written, limit: 0 },
      { name: 'S8 paths that run code, written without a question', value: unasked, limit: 0 },
      { name: `S8 ordinary paths of ${ordinary.length} that ask`, value: asking, limit: 0 },
    ],
  });
}

const spelled = (guarded: readonly string[]): readonly string[] =>
  guarded.flatMap(path => [path, ...Object.values(spellings).map(spell => spell(path))]);

const judged = (given: readonly string[]): readonly PathRule[] =>
  systems.flatMap(rules => given.map(path => judgePath(path, rules)));

function judgeTimeMs(): number {
  const times = ordinaryPaths.map(path => {
    const startedAt = performance.now();
    judgePath(path, { isWindowsLike: false });
    return performance.now() - startedAt;
  });
  return median(times);
}
