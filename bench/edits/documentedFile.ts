import { readdirSync, readFileSync } from 'node:fs';
import type { CodeItem, Context } from '../../src/assist/assistance.ts';
import { batchIds } from '../../src/assist/batch/batchIds.ts';
import { batches, type BatchLimits } from '../../src/assist/batch/batches.ts';
import { surroundingsIn } from '../../src/assist/reading/searchedText.ts';
import { estimatedTokens } from '../../src/core/prompt/tokens.ts';
import { atOnce } from '../../src/core/shared/steps.ts';
import { sha256 } from '../../src/libraries/sha256.ts';

/** A declaration in the lines of a file, 0-based, inclusive. */
export interface Declaration {
  readonly first: number;
  readonly last: number;
}

/** A file, and what in it has no comment. */
export interface Undocumented {
  readonly lines: readonly string[];
  readonly declarations: readonly Declaration[];
}

/** A file of so many functions of our own code, without their comments, as they stand in these folders. */
export function undocumentedFile(folders: readonly string[], count: number): Undocumented {
  const lines: string[] = [];
  const declarations: Declaration[] = [];
  const paths = folders.flatMap(folder =>
    readdirSync(folder)
      .filter(name => name.endsWith('.ts'))
      .sort()
      .map(name => `${folder}/${name}`),
  );
  for (const path of paths) {
    const code = readFileSync(path, 'utf8').replace(/^ *\/\*\*[^]*?\*\/\n/gm, '');
    for (const [found] of code.matchAll(/^export (?:async )?function\*? [^]*?^\}/gm)) {
      if (declarations.length === count) break;
      const first = lines.length;
      lines.push(...found.split('\n'), '');
      declarations.push({ first, last: lines.length - 2 });
    }
  }
  if (declarations.length < count) throw new Error(`only ${declarations.length} functions stand in ${folders.join()}`);
  return { lines, declarations };
}

/** Of what may be sent by default, what the declarations of a batch may take, as `editor/documentation/documentFile` has it. */
export const defaultInputTokens = 8_000;
const batchShare = 0.5;

/** The declarations as they are asked about with this size of batches. */
export function groupsOf({ lines, declarations }: Undocumented, size: number): readonly (readonly Declaration[])[] {
  const lengthOf = (some: readonly Declaration[]): number =>
    lines.slice(some[0]?.first, (some.at(-1)?.last ?? 0) + 1).join('\n').length;
  const limits: BatchLimits<Declaration> = {
    size,
    fits: some => estimatedTokens(lengthOf(some)) <= defaultInputTokens * batchShare,
  };
  return batches(declarations, limits);
}

/** What the editor gathers to ask about these; as a batch by ids. */
export function contextOf({ lines }: Undocumented, some: readonly Declaration[], isBatch = some.length > 1): Context {
  const [startLine, endLine] = [some[0]?.first ?? 0, some.at(-1)?.last ?? 0];
  const text = lines.join('\n');
  const around = atOnce(surroundingsIn({ firstLine: 0, text, findings: [] }, { startLine, endLine }, []));
  const code = lines.slice(startLine, endLine + 1).join('\n');
  const ids = batchIds(some.map(({ first, last }) => lines.slice(first, last + 1).join('\n')));
  const items = some.map(({ first, last }, at): CodeItem => {
    const head = first - startLine;
    return { id: ids[at] ?? '', first: head, last: last - startLine, head };
  });
  return {
    file: 'src/everything.ts',
    language: 'typescript',
    code,
    ...around,
    document: sha256(text),
    startLine: startLine + 1,
    endLine: endLine + 1,
    hovers: [],
    diagnostics: [],
    input: '',
    turns: [],
    ...(isBatch && { items }),
  };
}
