import { readSource } from '../code/readSource.ts';
import { edit } from '../edits/edit.ts';
import type { ReadPrompt } from './prompt.ts';

/** The declarations that a prompt names by their ids: `k3f: line 12: export function first(`. */
const named = /^([a-z][0-9a-z]{1,7}): line (\d+): /gm;

/** A comment for each declaration that is named; undefined: none is, the code is one declaration. */
export function docsOfAll({ said, code = '', language, firstLine }: ReadPrompt): string | undefined {
  const [, list = ''] = /^Declarations to document, by id:\n`{3,}text\n([\s\S]*?)\n`{3,}$/m.exec(said) ?? [];
  const lines = code.split('\n');
  const items = [...list.matchAll(named)].map(([, id = '', line]) => {
    const piece = declarationAt(lines, Number(line) - firstLine);
    return { id, text: commentOf(edit(readSource(piece, language), 'add a docstring')) };
  });
  return items.length === 0 ? undefined : JSON.stringify({ items });
}

/** From its first line to where the indentation comes back to it. */
function declarationAt(lines: readonly string[], from: number): string {
  const [head = '', ...rest] = lines.slice(from);
  const depth = indentOf(head);
  if (/[;}]\s*$/.test(head)) return head;
  const end = rest.findIndex(line => line.trim() !== '' && indentOf(line) <= depth);
  const isClosing = /^\s*[)}\]]/.test(rest[end] ?? '');
  return [head, ...rest.slice(0, end < 0 ? rest.length : end + (isClosing ? 1 : 0))].join('\n');
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** The comment alone, without the code that it was written to. */
function commentOf(fenced: string): string {
  const written = fenced.split('\n').slice(1, -1).join('\n');
  const [block] = /\/\*\*[\s\S]*?\*\/|("""|''')[\s\S]*?\1/.exec(written) ?? [];
  const lines = written.split('\n').filter(line => /^\s*(?:\/\/|#|--)/.test(line));
  return block ?? lines.join('\n');
}
