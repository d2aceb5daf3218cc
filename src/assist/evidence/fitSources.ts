import type { UsedFile } from '../../core/model/usedFile.ts';

/** A piece of evidence, and the file that it came from; undefined: the one that is asked about. */
export interface Sourced {
  readonly source?: UsedFile;
}

export interface Fitting<Piece extends Sourced> {
  readonly pieces: readonly Piece[];
  readonly used: readonly UsedFile[];
}

/**
 * The pieces whose files an answer can keep the names of, in their order: what comes from one file too many is left out,
 * because nobody would notice when that file is changed.
 */
export function fitSources<Piece extends Sourced>(
  pieces: readonly Piece[],
  known: readonly UsedFile[],
  most: number,
): Fitting<Piece> {
  const used = new Map(known.slice(0, most).map(each => [each.file, each]));
  const kept = pieces.filter(({ source }) => {
    if (!source || used.has(source.file)) return true;
    if (used.size >= most) return false;
    used.set(source.file, source);
    return true;
  });
  return { pieces: kept, used: [...used.values()] };
}
