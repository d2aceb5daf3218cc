import { isScript } from './languages.ts';
import { plainFunctions } from './plainFunctions.ts';
import { scriptFunctions } from './scriptFunctions.ts';
import { unitAt, type NamedLines, type SourceFile, type Unit } from './unit.ts';

const [leastLines, mostLines] = [5, 150];
/** Functions stand side by side when no more lines are between them. */
const mostBetween = 3;

/** The functions of a file, each with the comments right above it. */
export function functionsOf({ language, text }: Pick<SourceFile, 'language' | 'text'>): readonly NamedLines[] {
  const found = isScript(language) ? scriptFunctions(language, text) : plainFunctions(language, text);
  const lines = text.split('\n');
  return found.map((own, at) => ({ ...own, from: withLead(lines, own.from, found[at - 1]?.to ?? -1) }));
}

/** What may be selected in a file: its functions, and pairs of functions that follow each other. */
export function unitsOf(source: SourceFile): readonly Unit[] {
  const functions = functionsOf(source).filter(own => isOfSize([own]));
  const lines = source.text.split('\n');
  const pairs = functions.flatMap((one, at) => {
    const next = functions[at + 1];
    const isBeside = next && next.from - one.to <= mostBetween && indentAt(lines, next) === indentAt(lines, one);
    return isBeside && isOfSize([one, next]) ? [[one, next]] : [];
  });
  return [...functions.map(one => [one]), ...pairs]
    .map(chosen => unitAt(source, chosen))
    .filter(unit => unit !== undefined)
    .filter(({ language, code }) => language !== 'cpp' || !/^[ \t]*#/m.test(code)); // half of a condition for the preprocessor
}

const indentAt = (lines: readonly string[], { from }: NamedLines): number => (lines[from] ?? '').search(/\S/);

function isOfSize(functions: readonly NamedLines[]): boolean {
  const lines = (functions.at(-1)?.to ?? 0) - (functions[0]?.from ?? 0) + 1;
  return lines >= leastLines && lines <= mostLines;
}

const lead = /^\s*(?:\/\/|\/?\*|#(?!!|include|if|endif|define)|@\w|template\s*<)/;

/** The first line of the comments and attributes above. */
function withLead(lines: readonly string[], from: number, afterLine: number): number {
  let first = from;
  while (first - 1 > afterLine && lead.test(lines[first - 1] ?? '')) first -= 1;
  return first;
}
