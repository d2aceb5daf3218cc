import type { ContextDiagnostic } from '../../../src/assist/assistance.ts';
import { docs } from '../../../src/assist/tasks/docs.ts';
import { render } from '../../../src/core/model/prompt.ts';
import { contextOf } from '../../assist/context.ts';
import { heldBy, type AssistanceCase, type SeenOfCase } from './assistanceCase.ts';

export interface DocsCase extends AssistanceCase {
  readonly language: string;
  readonly code: string;
  readonly linesAbove?: string;
  readonly linesBelow?: string;
  readonly answer?: string;
  readonly diagnostics?: readonly ContextDiagnostic[];
}

/** The file with the comment in its place, the comment alone, and what the prompt holds. */
export function playDocs(report: DocsCase): SeenOfCase {
  const {
    language,
    code,
    linesAbove: before = '',
    linesBelow: after = '',
    answer = '',
    diagnostics = [],
    expect,
  } = report;
  const context = contextOf({ language, code, before, after, diagnostics });
  const outcome = docs.read(answer, context);
  const documented = outcome.kind === 'replacement' ? outcome.code : null;
  const prompt = render(docs.prompt(context))
    .map(({ content }) => content)
    .join('\n\n');
  return {
    result: documented === null ? null : before + documented + after,
    comment: documented === null ? null : addedLines(code, documented),
    ...heldBy(prompt, expect),
  };
}

/** The lines that were not there before, without the indentation of the first. */
function addedLines(code: string, documented: string): string {
  const old = code.split('\n');
  const added = documented.split('\n').filter(line => {
    if (line !== old[0]) return true;
    old.shift();
    return false;
  });
  const depth = /^[ \t]*/.exec(added[0] ?? '')?.[0].length ?? 0;
  return added.map(line => line.slice(depth)).join('\n');
}
