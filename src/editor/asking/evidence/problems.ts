import type * as vscode from 'vscode';
import type { ContextDiagnostic, RelatedPlace } from '../../../assist/assistance.ts';
import { cutBefore } from '../../../assist/reading/cutBefore.ts';
import type { TimeBudget } from '../../../interaction/asking/timeBudget.ts';
import { mayBeNamed, type FindingsIn } from '../readableText.ts';
import type { KnownRules } from '../ignoreFiles.ts';
import { shownName } from './otherTexts.ts';

const mostRelated = 4;
/** What a language service says is cut to this length, characters. */
const longestMessage = 300;

const severities = ['error', 'warning', 'information', 'hint'] as const;

/** What is needed to say what a problem refers to. */
export interface Relating {
  readonly own: vscode.Uri;
  readonly findingsIn: FindingsIn;
  readonly rules: KnownRules;
  readonly budget: TimeBudget;
}

/** A problem with its code and the places that belong to it, but for those in files that must not be named. */
export async function contextDiagnostic(diagnostic: vscode.Diagnostic, relating: Relating): Promise<ContextDiagnostic> {
  const { range, severity, message, code, source, relatedInformation = [] } = diagnostic;
  const { value, target } = typeof code === 'object' ? code : { value: code, target: undefined };
  const named = [source, value].filter(each => each !== undefined && each !== '').join(' ');
  const places = relatedInformation
    .slice(0, mostRelated)
    .map(each => relating.budget.within(relatedPlace(each, relating)));
  const related = (await Promise.all(places)).flatMap(place => place ?? []);
  return {
    line: range.start.line + 1,
    column: range.start.character + 1,
    severity: severities[severity] ?? 'information',
    message: await cutClean(message, longestMessage, relating.findingsIn),
    ...(value !== undefined && { code: named.slice(0, 60) }),
    ...(target !== undefined && { link: target.toString(true).slice(0, longestMessage) }),
    ...(related.length > 0 && { related }),
  };
}

async function relatedPlace(
  { location: { uri, range }, message }: vscode.DiagnosticRelatedInformation,
  { own, findingsIn, rules }: Relating,
): Promise<readonly RelatedPlace[]> {
  if (uri.toString() !== own.toString() && !(await mayBeNamed(uri, rules))) return [];
  const text = await cutClean(message, longestMessage, findingsIn);
  return [{ file: shownName(uri), line: range.start.line + 1, message: text }];
}

/** The beginning of a text; no secret in it is cut in two, because half of one is not known again. */
export async function cutClean(text: string, longest: number, findingsIn: FindingsIn): Promise<string> {
  return text.length <= longest ? text : cutBefore(text, longest, await findingsIn('evidence', text));
}
