import type { TextPart } from '../../core/model/prompt.ts';
import { block, evidenceParts, flat, shrinks } from '../prompt/sections.ts';
import type { Evidence, FoundText } from './evidence.ts';

/** What else was found, by how long it stays the same: each kind has its place in a prompt. */
export interface EvidenceSections {
  /** The same for all files of a project. */
  readonly ofProject: readonly TextPart[];
  /** What belongs to the text of the file. */
  readonly aroundCode: readonly TextPart[];
  /** Of the names in the file: more of them with each question about it. */
  readonly ofFile: readonly TextPart[];
  /** Of the names in the code: the same as long as that is asked about. */
  readonly ofNames: readonly TextPart[];
  /** Other at the next moment. */
  readonly ofMoment: readonly TextPart[];
}

/**
 * What else was found. Cells are no evidence where nothing else says which version of the notebook it was,
 * `isVersionKnown`.
 */
export function evidenceSections(evidence: Evidence | undefined, isVersionKnown: boolean): EvidenceSections {
  const {
    project = [],
    cells = [],
    definitions = [],
    callers = [],
    edits = [],
    openFiles = [],
    fixes = [],
  } = evidence ?? {};
  const before = texts({ name: 'cells', priority: 45, title: 'Cells that stand before it in the notebook:' }, cells);
  const facts = lines({ name: 'project', priority: 25, title: 'The project it belongs to:' }, project);
  return {
    // with the instructions before it: a question about another file begins so as well
    ofProject: evidenceParts(facts.map(part => ({ ...part, repeats: { splits: [] } }))),
    aroundCode: isVersionKnown ? evidenceParts(before) : before,
    ofFile: evidenceParts(definitions.flatMap(definitionSection)),
    ofNames: evidenceParts(texts({ name: 'callers', priority: 33, title: 'Places that use the code:' }, callers)),
    ofMoment: evidenceParts([
      ...lines({ name: 'fixes', priority: 36, title: offers }, fixes),
      ...lines({ name: 'open files', priority: 10, title: 'Files that the user has open:' }, openFiles),
      ...texts({ name: 'edits', priority: 15, title: 'What the user has changed last, as it is now:' }, edits),
    ]),
  };
}

const offers = 'What the editor itself offers for the problems in the lines asked about:';

type Named = Pick<TextPart, 'name' | 'priority'> & { readonly title: string };

const lines = (named: Named, found: readonly string[]): readonly TextPart[] =>
  block({ ...named, text: found.map(flat).join('\n'), shrinks: shrinks('start') });

/** Each is a section of its own, so that those of the next question can stand behind them; the last ones stay longest. */
function definitionSection(
  { file, line, text }: FoundText,
  at: number,
  { length }: readonly FoundText[],
): readonly TextPart[] {
  const title = `Definition of a name in it, from ${flat(file)}, line ${line}:`;
  const parts = block({ name: 'definitions', priority: 35 + at / length, title, text, shrinks: shrinks('start') });
  return parts.map(part => ({ ...part, repeats: { splits: [] } }));
}

/** Each text below its place; where all must be shortened, the places stay longest. */
function texts(named: Named, found: readonly FoundText[]): readonly TextPart[] {
  const heads: { first: number; last: number; rank: number }[] = [];
  const all: string[] = [];
  for (const { file, line, text } of found) {
    heads.push({ first: all.length, last: all.length, rank: 1 });
    all.push(`--- ${flat(file)}, from line ${line} ---`, ...text.split('\n'));
  }
  const last = named.name === 'cells';
  return block({ ...named, text: all.join('\n'), shrinks: shrinks(last ? 'end' : 'start', heads) });
}
