import { readFrontMatter } from '../instructions/frontMatter.ts';

/** A prompt that lies in the workspace as a file. */
export interface PromptFile {
  /** What it is called in a list, and what heads its answer. */
  readonly name: string;
  readonly description: string;
  /** What its answer is: text to read, or code in place of the selection. */
  readonly mode: 'ask' | 'edit';
  /** What it wishes and does not get. */
  readonly unfollowed: readonly UnfollowedWish[];
  /** What is asked, with its variables and links as they are written. */
  readonly text: string;
}

/** Something that a prompt file says and that is not done. 'agent': it wants a mode that is none of ours, and is answered as a question. */
export type UnfollowedWish = 'agent' | 'tools' | 'model';

/** A longer name or description is cut, characters. */
const longestName = 60;
const longestDescription = 200;

/** Reads a prompt file; `file` is its path. What it says of itself and nobody knows is passed over. */
export function readPromptFile(written: string, file: string): PromptFile {
  const { fields, body } = readFrontMatter(written);
  const first = (...keys: readonly string[]): string => keys.flatMap(key => fields.get(key) ?? [])[0]?.trim() ?? '';
  const mode = first('agent', 'mode').toLowerCase();
  const hasTools = fields.has('tools');
  return {
    name: (first('name') || nameOf(file)).slice(0, longestName),
    description: first('description').slice(0, longestDescription),
    mode: mode === 'edit' ? 'edit' : 'ask',
    unfollowed: [
      ...(mode === '' || mode === 'ask' || mode === 'edit' ? [] : (['agent'] as const)),
      ...(hasTools ? (['tools'] as const) : []),
      ...(first('model') === '' ? [] : (['model'] as const)),
    ],
    text: body.trim(),
  };
}

const nameOf = (file: string): string => (file.split('/').at(-1) ?? '').replace(/\.prompt\.md$/i, '');
