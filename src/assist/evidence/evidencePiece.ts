import type { FoundText } from './evidence.ts';
import type { Sourced } from './fitSources.ts';
import type { KnownSecret } from '../../core/model/knownSecret.ts';

/** Something that was found in time. */
export interface EvidencePiece extends Sourced {
  readonly kind: 'definitions' | 'callers' | 'edits';
  readonly found: FoundText;
  /** The secrets of its file that reach into it. */
  readonly secrets: readonly KnownSecret[];
}
