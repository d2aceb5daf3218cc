import type { TextPart } from '../../core/model/prompt.ts';
import type { Evidence, FoundText } from './evidence.ts';
import { block, blockShrinks, evidenceParts, flat } from './sectionBlock.ts';

/**
 * What else was found: what of the project stays the same first, what changes with every keystroke last. Cells are no
 * evidence where nothing else says which version of the notebook it was, `isVersionKnown`.
 */
export function evidenceSections(evidence: Evidence | undefined, isVersionKnown: boolean): readonly TextPart[] {
  if (!evidence) return [];
  const { project = [], cells = [], definitions = [], callers = [], edits = [], openFiles = [] } = evidence;
  const before = texts({ name: 'cells', priority: 45, title: 'Cells that stand before it in the notebook:' }, cells);
  return [
    ...evidenceParts(lines({ name: 'project', priority: 25, title: 'The project it belongs to:' }, project)),
    ...(isVersionKnown ? evidenceParts(before) : before),
    ...evidenceParts([
      ...texts(
        { name: 'definitions', priority: 35, title: 'Definitions of names in it, from elsewhere:' },
        definitions,
      ),
      ...texts({ name: 'callers', priority: 33, title: 'Places that use it:' }, callers),
      ...texts({ name: 'edits', priority: 15, title: 'What the user has changed last, as it is now:' }, edits),
      ...lines({ name: 'open files', priority: 10, title: 'Files that the user has open:' }, openFiles),
    ]),
  ];
}

type Named = Pick<TextPart, 'name' | 'priority'> & { readonly title: string };

const lines = (named: Named, found: readonly string[]): readonly TextPart[] =>
  block({ ...named, text: found.map(flat).join('\n'), shrinks: blockShrinks('start') });

/** Each text below its place; where all must be shortened, the places stay longest. */
function texts(named: Named, found: readonly FoundText[]): readonly TextPart[] {
  const heads: { first: number; last: number; rank: number }[] = [];
  const all: string[] = [];
  for (const { file, line, text } of found) {
    heads.push({ first: all.length, last: all.length, rank: 1 });
    all.push(`--- ${flat(file)}, from line ${line} ---`, ...text.split('\n'));
  }
  const last = named.name === 'cells';
  return block({ ...named, text: all.join('\n'), shrinks: blockShrinks(last ? 'end' : 'start', heads) });
}
