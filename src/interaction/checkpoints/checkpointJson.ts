import type { Steps } from '../../core/shared/steps.ts';
import type { CheckpointFile } from './checkpoint.ts';

/** Longer texts are written in pieces, characters: one of 10 MB would hold up the editor. */
const longest = 200_000;

/** JSON of the files of a checkpoint, in steps. */
export function* checkpointJson(files: readonly CheckpointFile[]): Steps<string> {
  const parts: string[] = [];
  for (const { pieces, ...file } of files) {
    const written: string[] = [];
    for (const { above, below, before, after, ...piece } of pieces) {
      const texts: string[] = [];
      for (const [name, text] of Object.entries({ above, below, before, after }))
        texts.push(`"${name}":${yield* textJson(text)}`);
      written.push(`${JSON.stringify(piece).slice(0, -1)},${texts.join(',')}}`);
    }
    parts.push(`${JSON.stringify(file).slice(0, -1)},"pieces":[${written.join(',')}]}`);
  }
  return `[${parts.join(',\n')}]`;
}

function* textJson(text: string): Steps<string> {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += longest) {
    parts.push(JSON.stringify(text.slice(at, at + longest)).slice(1, -1)); // half a character is written as its code
    yield;
  }
  return `"${parts.join('')}"`;
}
