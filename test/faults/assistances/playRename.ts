import type { Problem } from '../../../src/assist/problems/comparedProblems.ts';
import { rename } from '../../../src/assist/tasks/rename.ts';
import { contextOf } from '../../assist/context.ts';
import type { AssistanceCase, SeenOfCase } from './assistanceCase.ts';
import { counted } from './playFix.ts';

export interface RenameCase extends AssistanceCase {
  readonly language?: string;
  readonly symbolKind?: string;
  readonly symbol?: string;
  /** Names that stand in the file. */
  readonly namesInScope?: readonly string[];
  readonly siblings?: readonly string[];
  readonly answer?: string;
  readonly problems?: readonly Problem[];
  readonly after?: readonly Problem[];
}

/** The names that are offered. */
export function playRename(report: RenameCase): SeenOfCase {
  const { language = 'typescript', symbolKind = 'variable', symbol = '', answer = '', problems, after = [] } = report;
  if (problems) return counted(problems, after);
  const known = [...(report.namesInScope ?? []), ...(report.siblings ?? [])];
  const context = contextOf({
    language,
    before: known.map(name => `${name};\n`).join(''),
    code: `${symbol};\n`,
    symbol: { name: symbol, kind: symbolKind },
  });
  const outcome = rename.read(answer, context);
  return { names: outcome.kind === 'names' ? outcome.names.map(({ name }) => name) : [] };
}
