/**
 * What a target has been found to do, and not to take, with whichever of its keys it was asked. Kept for as long as the
 * target lives: what a server takes may be another thing tomorrow.
 */
export class LearntFacts {
  /** Parameters that it refuses. */
  readonly refused = new Set<string>();
  /** The greatest value that it takes of a parameter. */
  readonly caps = new Map<string, number>();
  takesSystem = true;
  takesStream = true;
  /** To be told in its protocol's own way which JSON an answer must be. */
  takesForm = true;
  /** A prompt in blocks, of which some are marked for its provider to remember. */
  takesCacheMarks = true;
  /** To so many of its next answers thoughts without an opening mark are expected. */
  answersWithThoughts = 0;
}
