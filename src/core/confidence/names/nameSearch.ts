import type { Library } from '../library/library.ts';
import type { NameUses } from './nameUses.ts';

/** What is read, in which language, and what there is. */
export interface NameSearch {
  readonly uses: NameUses;
  readonly family: string;
  readonly library: Library;
  /** The file without what is replaced, and what is replaced. */
  readonly around: string;
  readonly replaced: string;
  /** What both of them import, see `importedIn`. */
  readonly imports: ReadonlySet<string>;
}

/** A name that is looked for in vain, and where it stands. */
export interface Missing {
  readonly name: string;
  readonly line: number;
  /** Whose member it is, where another of that name would have it. */
  readonly owner?: string;
}
