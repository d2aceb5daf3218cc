import type { Steps } from '../../core/shared/steps.ts';
import type { Hunk } from './hunks.ts';
import type { BlockFault, EditBlock, PlaceFault } from './editBlock.ts';
import { fileLines, type FileLines } from './fileLines.ts';
import { placeBlock } from './placeBlock.ts';

/** A file that was sent to be changed, whole. */
export interface EditedFile {
  /** As the answer is to name it. */
  readonly path: string;
  readonly uri: string;
  /** VS Code's language id. */
  readonly language: string;
  readonly text: string;
}

/** A block that has its place, and where. */
export interface PlacedBlock {
  readonly block: EditBlock;
  readonly hunks: readonly Hunk[];
}

/** A block that is only shown, and why. */
export interface LeftBlock {
  readonly block: EditBlock;
  readonly fault: BlockFault | PlaceFault;
}

/** What of an answer can be applied to the texts, and what cannot. */
export interface PlacedBlocks {
  readonly files: readonly { readonly file: EditedFile; readonly placed: readonly PlacedBlock[] }[];
  readonly left: readonly LeftBlock[];
}

/**
 * Puts blocks to their places. All of them refer to the texts as they were sent: one that builds upon another finds no place, and of two
 * that change the same lines the second is left. Files that were not sent are never among them.
 */
export function* placeBlocks(blocks: readonly EditBlock[], files: readonly EditedFile[]): Steps<PlacedBlocks> {
  const left: LeftBlock[] = [];
  const byFile = new Map<string, PlacedBlock[]>();
  const lines = new Map<string, FileLines>();
  const known = new Set<string>();
  for (const block of blocks) {
    yield;
    const file = files.find(({ path }) => path === block.file);
    if (block.fault || !file) {
      left.push({ block, fault: block.fault ?? 'unknown-file' });
      continue;
    }
    const own = lines.get(file.path) ?? (yield* fileLines(file.text));
    lines.set(file.path, own);
    const identity = identityOf(block);
    yield;
    const hunks = known.has(identity) ? 'repeated' : yield* placeBlock(block, { file: own, language: file.language });
    known.add(identity);
    const placed = byFile.get(file.path) ?? [];
    if (typeof hunks === 'string') left.push({ block, fault: hunks });
    else if (placed.some(other => overlaps(other.hunks, hunks))) left.push({ block, fault: 'overlaps' });
    else byFile.set(file.path, [...placed, { block, hunks }]);
  }
  return { files: files.flatMap(file => filesOf(file, byFile.get(file.path))), left };
}

/** Lines hold no line end, so their number tells where what is quoted ends. */
const identityOf = ({ file, search, replace }: EditBlock): string =>
  [file, search.length, search.join('\n'), replace.join('\n')].join('\n');

const filesOf = (file: EditedFile, placed: readonly PlacedBlock[] | undefined): PlacedBlocks['files'] =>
  placed ? [{ file, placed }] : [];

/** Two that put something to the same place count, too: nobody knows in which order. */
const overlaps = (some: readonly Hunk[], others: readonly Hunk[]): boolean =>
  some.some(one => others.some(other => (one.start < other.end && other.start < one.end) || one.start === other.start));
