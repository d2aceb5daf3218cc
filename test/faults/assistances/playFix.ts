import type { ContextDiagnostic } from '../../../src/assist/assistance.ts';
import { comparedProblems, type Problem } from '../../../src/assist/problems/comparedProblems.ts';
import { silenced } from '../../../src/assist/problems/silenced.ts';
import { fix } from '../../../src/assist/tasks/fix.ts';
import { render } from '../../../src/core/model/prompt.ts';
import { assess } from '../../../src/core/confidence/assess.ts';
import { parse } from '../../../src/libraries/parseCode.ts';
import { expectationOf } from '../../../src/assist/expectation.ts';
import { contextOf } from '../../assist/context.ts';
import { atLeisure } from '../../core/confidence/judged.ts';
import { heldBy, type AssistanceCase, type SeenOfCase } from './assistanceCase.ts';

export interface FixCase extends AssistanceCase {
  readonly language?: string;
  readonly code?: string;
  readonly diagnostics?: readonly ContextDiagnostic[];
  readonly answer?: string;
  /** What is reported before the change, and after it. */
  readonly problems?: readonly Problem[];
  readonly after?: readonly Problem[];
}

/** What the prompt holds, what replaces the code, and what came of the problems. */
export async function playFix(report: FixCase): Promise<SeenOfCase> {
  const { language = 'typescript', code = 'f();\n', diagnostics = [], answer, problems, after = [], expect } = report;
  if (problems) return counted(problems, after);
  const context = contextOf({ language, code, diagnostics });
  const prompt = render(fix.prompt(context))
    .map(({ content }) => content)
    .join('\n\n');
  if (answer === undefined) return heldBy(prompt, expect);
  const judged = { expects: expectationOf('code', context), instruction: '', text: answer, finish: 'stop' } as const;
  const outcome = fix.read(answer, context);
  const replacement = outcome.kind === 'replacement' ? outcome.code : null;
  return {
    replacement,
    silenced: silenced(code, replacement ?? '').length > 0,
    doubted: (await assess(judged, atLeisure(parse))).tier === 'doubtful',
  };
}

/** How many are gone, left and new. */
export function counted(before: readonly Problem[], after: readonly Problem[]): SeenOfCase {
  const { gone, left, added } = comparedProblems(before, after);
  return { gone: gone.length, left: left.length, added: added.length };
}
