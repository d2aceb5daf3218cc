import { codeBlocks, type CodeBlock } from '../../shared/codeBlocks.ts';
import { withNote } from '../../assist/noted/withNote.ts';

/** What becomes of code that is taken although it is doubted. */
export interface TakenCode {
  readonly code: string;
  /** A note was wanted, and a comment cannot stand there. */
  readonly isNoteLost: boolean;
}

/** A block of code with its note, if there is one. `language` stands for one that the block does not name. */
export function notedBlock({ code, language: named }: CodeBlock, note: string | undefined, language = ''): TakenCode {
  if (note === undefined) return { code, isNoteLost: false };
  const noted = withNote(code, named === '' ? language : named, note);
  return { code: noted?.code ?? code, isNoteLost: noted === undefined };
}

/** A whole answer with the note in each of its blocks; one whose lines stand otherwise in the text, as in a quotation, keeps none. */
export function notedText(text: string, note: string | undefined): TakenCode {
  if (note === undefined) return { code: text, isNoteLost: false };
  const pieces: string[] = [];
  let [from, isNoteLost] = [0, false];
  for (const block of codeBlocks(text)) {
    const at = text.indexOf(block.code, from);
    const noted = notedBlock(block, note);
    if (at < 0 || noted.isNoteLost) isNoteLost = true;
    if (at < 0) continue;
    pieces.push(text.slice(from, at), noted.code);
    from = at + block.code.length;
  }
  return { code: [...pieces, text.slice(from)].join(''), isNoteLost };
}
