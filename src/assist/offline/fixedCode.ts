/** Put this text in place of what stands between these offsets. */
export interface CodePiece {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The code with these changes; undefined: one reaches beyond it, or two are about the same place. */
export function fixedCode(code: string, pieces: readonly CodePiece[]): string | undefined {
  const ordered = pieces.toSorted((one, other) => one.from - other.from || one.to - other.to);
  let result = '';
  let done = 0;
  for (const { from, to, text } of ordered) {
    if (from < done || to < from || to > code.length) return undefined;
    result += code.slice(done, from) + text;
    done = to;
  }
  return ordered.length === 0 ? undefined : result + code.slice(done);
}
