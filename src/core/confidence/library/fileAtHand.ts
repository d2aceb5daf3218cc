import type { Expectation, KnownNames } from '../../model/purpose.ts';
import { libraryOf, type Library } from './library.ts';

/** What names there are where an answer goes. */
export interface NamesAtHand {
  readonly known: KnownNames;
  readonly library: Library;
}

/** What is known of the file that an answer goes into. */
export interface FileAtHand {
  /** What stands around the code in its file; undefined: nobody knows, or the file is too long. */
  readonly place?: KnownNames;
  /** What names there are; undefined: nothing is told of them in this language. */
  readonly names?: NamesAtHand;
}

/** A longer file is not read, characters. */
const longestFile = 500_000;

/** Asks for the file that the code stands in, where code is expected. */
export async function fileAtHand({ form, isInBlocks, language, known }: Expectation): Promise<FileAtHand> {
  if (form !== 'code' || isInBlocks === true || !known) return {};
  const [library, place] = await Promise.all([libraryOf(language), known()]);
  if (place.before.length + place.after.length > longestFile) return {};
  return { place, ...(library && { names: { known: place, library } }) };
}
