import { languageOf } from '../code/language.ts';
import { readSource } from '../code/readSource.ts';
import { edit } from '../edits/edit.ts';
import type { ReadPrompt } from './prompt.ts';

/** A file as the prompt shows it. */
interface ShownFile {
  readonly path: string;
  readonly info: string;
  readonly code: string;
}

/** Lines of a file, and what is to stand there. */
interface Change {
  readonly first: number;
  readonly search: readonly string[];
  readonly replace: readonly string[];
}

/**
 * Does in each file what the instruction asks for, and answers with search/replace blocks. `misquote NAME` in the instruction
 * quotes what does not stand in the files of that name, as models do.
 */
export function editFiles({ said, instruction }: ReadPrompt): string {
  const [, misquoted] = /\bmisquote (\S{1,200})/.exec(instruction) ?? [];
  const wish = instruction.replace(/,?\s?(?:and\s)?\bmisquote \S+/, '');
  const blocks = filesIn(said).flatMap(file => {
    const isWrong = misquoted !== undefined && file.path.endsWith(misquoted);
    return changesOf(file, wish).map(change => blockText(file.path, isWrong ? misquote(change) : change));
  });
  return blocks.length === 0 ? 'No rule can do this in these files; a model would have to.' : blocks.join('\n\n');
}

const filesIn = (said: string): readonly ShownFile[] =>
  [...said.matchAll(/^File: (.{1,300})\n(`{3,20})(\S{0,40})\n([\s\S]*?)\n\2$/gm)].map(found => ({
    path: found[1] ?? '',
    info: found[3] ?? '',
    code: found[4] ?? '',
  }));

/** Each run of lines that became others, where their number stayed the same; else all of them. */
function changesOf({ info, code }: ShownFile, wish: string): readonly Change[] {
  const changed = /```\S*\n([\s\S]*)\n```/.exec(edit(readSource(code, languageOf(info, code), 1), wish))?.[1] ?? code;
  if (changed.includes('practice: no rule')) return [];
  const [before, after] = [code.split('\n'), changed.split('\n')];
  if (before.length !== after.length) return [{ first: 0, search: before, replace: after }];
  const changes: Change[] = [];
  for (let line = 0; line < before.length; line += 1) {
    if (before[line] === after[line]) continue;
    const end = before.findIndex((text, at) => at > line && text === after[at]);
    const to = end < 0 ? before.length : end;
    changes.push(told({ first: line, search: before.slice(line, to), replace: after.slice(line, to) }, before));
    line = to;
  }
  return changes;
}

/** With as many lines above as tell the place from all others. */
function told(change: Change, lines: readonly string[]): Change {
  const text = `\n${lines.join('\n')}\n`;
  const isOnly = text.split(`\n${change.search.join('\n')}\n`).length <= 2;
  const above = lines[change.first - 1];
  if (isOnly || above === undefined) return change;
  const { first, search, replace } = change;
  return told({ first: first - 1, search: [above, ...search], replace: [above, ...replace] }, lines);
}

const misquote = ({ search: [line = '', ...others], ...change }: Change): Change => ({
  ...change,
  search: [`${line} as it was`, ...others],
});

const blockText = (path: string, { search, replace }: Change): string =>
  [path, '<<<<<<< SEARCH', ...search, '=======', ...replace, '>>>>>>> REPLACE'].join('\n');
