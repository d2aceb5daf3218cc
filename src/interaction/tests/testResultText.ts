import * as l10n from '@vscode/l10n';
import { cleanLine, messageText } from '../text/cleanText.ts';
import type { TestResult } from './testResult.ts';

/** So many of those that failed are named. */
const mostNames = 3;

/** 'cart.test.ts: 3 passed, 1 failed (adds nothing)' */
export function testResultText(file: string, result: TestResult): string {
  const { passed, skipped, failed } = result;
  if (hasRunNone(result)) return messageText(`${cleanLine(file, 100)}: ${noneText(file)}`);
  const parts = [
    ...(passed > 0 ? [l10n.t('{0} passed', passed)] : []),
    ...(failed.length > 0 ? [l10n.t('{0} failed{1}', failed.length, namesText(failed))] : []),
    ...(skipped > 0 ? [l10n.t('{0} skipped', skipped)] : []),
  ];
  return messageText(`${cleanLine(file, 100)}: ${parts.join(', ')}`);
}

/** Was no test run? Those that were skipped were found at least. */
export const hasRunNone = ({ passed, skipped, failed }: TestResult): boolean => passed + skipped + failed.length === 0;

/** In C and C++ tests are run only of files that somebody has named. */
const noneText = (file: string): string =>
  /\.(?:c|cc|cpp|cxx|c\+\+)$/i.test(file)
    ? l10n.t('no test was run. The file may have to be named elsewhere, as in CMakeLists.txt.')
    : l10n.t('no test was run');

function namesText(failed: readonly string[]): string {
  const names = failed.map(name => cleanLine(name, 60)).filter(name => name !== '');
  const shown = names.slice(0, mostNames).join(', ');
  return shown === '' ? '' : ` (${shown}${names.length > mostNames ? ', …' : ''})`;
}
