import type { WithoutModel } from '../../core/model/purpose.ts';
import type { Known } from '../assistance.ts';
import { documented } from '../documentation/documented.ts';
import type { OfflinePhrases } from '../offlinePhrases.ts';
import { commentOf } from './commentOf.ts';
import { docSkeleton } from './docSkeleton.ts';
import { placeOf } from './offlineExplanation.ts';
import { codeWords, fencedCode, paragraphs } from './offlineMarkdown.ts';
import { symbolIn } from './symbolIn.ts';
import { shapeOf, type Shape } from './shape/shapeOf.ts';

/**
 * The frame of a comment, with the parameters that the declaration really has. One that is there is never replaced by a frame: what it
 * does not name is told. undefined: several are asked about, and each would be a frame.
 */
export function offlineDocs(known: Known, phrases: OfflinePhrases): WithoutModel | undefined {
  const { facts, context } = known;
  const { code, language, before, after } = context;
  if (context.items) return undefined;
  const { docs, noModel, draft } = phrases;
  const shape = shapeOf(code, language, symbolIn({ facts, context }));
  const begin = [noModel, placeOf(known, phrases)];
  if (!shape) return { text: paragraphs([...begin, docs.noDeclaration]) };
  const comment = commentOf(code, language);
  if (comment !== '') return { text: paragraphs([...begin, docs.hasComment, notNamed(comment, shape, docs)]) };
  const skeleton = docSkeleton(shape, language, `${before}\n${after}`);
  const block = fencedCode(language, skeleton);
  if (!keepsAll(code, documented(code, skeleton, language)))
    return { text: paragraphs([...begin, docs.skeleton, block]) };
  return { text: paragraphs([...begin, docs.skeleton, block, draft]), draft: block };
}

function notNamed(comment: string, { parameters }: Shape, docs: OfflinePhrases['docs']): string {
  const missing = parameters.filter(name => !hasWord(comment, name.replace(/^\*+/, '')));
  return missing.length === 0 ? '' : docs.notNamed(missing.map(codeWords).join(', '));
}

const hasWord = (text: string, word: string): boolean => text.split(/[^\p{L}\p{N}_$]+/u).includes(word);

/** Stands every line of the code still there? */
function keepsAll(code: string, result: string | undefined): boolean {
  const lines = new Set(result?.split('\n'));
  return result !== undefined && code.split('\n').every(line => line.trim() === '' || lines.has(line));
}
