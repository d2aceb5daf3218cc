import type { KnownNames } from '../../model/purpose.ts';
import type { Expectation } from '../../model/purpose.ts';
import { libraryOf, type Library } from './library.ts';

/** What names there are where an answer goes. */
export interface NamesAtHand {
  readonly known: KnownNames;
  readonly library: Library;
}

/** A longer file is not read, characters. */
const longestFile = 500_000;

/** What names there are; undefined: nobody knows, nothing is told of them in this language, or the file is too long. */
export async function namesAtHand({
  form,
  isInBlocks,
  language,
  known,
}: Expectation): Promise<NamesAtHand | undefined> {
  const loading = form === 'code' && isInBlocks !== true && known ? libraryOf(language) : undefined;
  if (!known || !loading) return undefined;
  const [library, names] = await Promise.all([loading, known()]);
  return names.before.length + names.after.length > longestFile ? undefined : { known: names, library };
}
