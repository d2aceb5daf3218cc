import { fenceAround } from '../../core/confidence/reading/blocks.ts';
import { flat, infoOf } from '../prompt/sections.ts';
import type { EditedFile } from './placeBlocks.ts';

/** The files that are to be changed, each whole, as a model is told them. */
export const filesText = (files: readonly EditedFile[]): string => files.map(fileText).join('\n\n');

function fileText({ path, language, text }: EditedFile): string {
  if (text.trim() === '') return `File: ${flat(path)}\n(empty)`;
  const fence = fenceAround(text);
  return `File: ${flat(path)}\n${fence}${infoOf(language)}\n${text.replace(/\r?\n$/, '')}\n${fence}`;
}
