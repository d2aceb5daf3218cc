/** Does a path, as segments in the form of `formsOf`, match? */
export type PathPattern = (segments: readonly string[]) => boolean;

/**
 * A pattern of the lists: segments in any folder, `*` within a segment, `{a,b}` for either; with `/**` at its end the folder
 * itself and all that lies in it. Without regard to case.
 */
export function pathPattern(pattern: string): PathPattern {
  const isFolder = pattern.endsWith('/**');
  const parts = (isFolder ? pattern.slice(0, -'/**'.length) : pattern).split('/').map(segmentTest);
  const matchesAt = (segments: readonly string[], start: number): boolean =>
    parts.every((part, at) => {
      const segment = segments[start + at];
      return segment !== undefined && part(segment);
    });
  if (!isFolder) return segments => matchesAt(segments, segments.length - parts.length);
  return segments => segments.some((_, start) => matchesAt(segments, start));
}

function segmentTest(part: string): (segment: string) => boolean {
  const plain = part.toLowerCase();
  if (!/[*{]/.test(plain)) return segment => segment === plain;
  const source = plain
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\{([^{}]*)\}/g, (_, either: string) => `(?:${either.replaceAll(',', '|')})`);
  const expression = new RegExp(`^${source}$`, 's');
  return segment => expression.test(segment);
}
