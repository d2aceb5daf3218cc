/** What keeps a tool from reporting a problem, by its family of tools. */
const marks =
  /@ts-(?:ignore|expect-error|nocheck)|eslint-disable|biome-ignore|oxlint-disable|# ?type: ?ignore|# ?noqa|pylint: ?disable|pyright: ?ignore|mypy: ?ignore|# ?nosec|\/\/ ?nolint|NOLINT|@SuppressWarnings|@Suppress\b|#!?\[allow\(|#pragma (?:warning disable|GCC diagnostic ignored|clang diagnostic ignored)|rubocop:disable|swiftlint:disable|phpstan-ignore|@phpstan-ignore|@psalm-suppress|\bas any\b|: ?any\b|\bas unknown as\b/g;
/** What lets an error vanish that would have come to light. */
const swallowed =
  /\bcatch ?(?:\([^()\n]{0,80}\) ?)?\{\s{0,80}\}|\bexcept\b[^:\n]{0,80}:\s{1,80}(?:pass\b|\.\.\.)|\.catch\(\(\) => \{\s{0,80}\}\)|^[ \t]{0,80}_ = err\b|\brescue nil\b/gm;

/** What an edit adds that silences a report instead of fixing its cause, each once. */
export function silenced(before: string, after: string): readonly string[] {
  const counts = (text: string): Map<string, number> => {
    const found = new Map<string, number>();
    for (const each of [marks, swallowed])
      for (const [mark] of text.matchAll(each)) found.set(plain(mark), (found.get(plain(mark)) ?? 0) + 1);
    return found;
  };
  const was = counts(before);
  return [...counts(after)].filter(([mark, count]) => count > (was.get(mark) ?? 0)).map(([mark]) => mark);
}

const plain = (mark: string): string => mark.replace(/\s+/g, ' ').trim();
