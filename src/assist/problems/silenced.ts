/** What keeps a tool from reporting a problem, by its family of tools. */
const marks =
  /@ts-(?:ignore|expect-error|nocheck)|eslint-disable|biome-ignore|oxlint-disable|#\s*type:\s*ignore|#\s*noqa|pylint:\s*disable|pyright:\s*ignore|mypy:\s*ignore|#\s*nosec|\/\/\s*nolint|NOLINT|@SuppressWarnings|@Suppress\b|#!?\[allow\(|#pragma\s+(?:warning\s+disable|GCC\s+diagnostic\s+ignored|clang\s+diagnostic\s+ignored)|rubocop:disable|swiftlint:disable|phpstan-ignore|@phpstan-ignore|@psalm-suppress|\bas any\b|:\s*any\b|\bas unknown as\b/g;

/** What an edit adds that silences a report instead of fixing its cause, each once. */
export function silenced(before: string, after: string): readonly string[] {
  const counts = (text: string): Map<string, number> => {
    const found = new Map<string, number>();
    for (const [mark] of text.matchAll(marks)) found.set(plain(mark), (found.get(plain(mark)) ?? 0) + 1);
    return found;
  };
  const was = counts(before);
  return [...counts(after)].filter(([mark, count]) => count > (was.get(mark) ?? 0)).map(([mark]) => mark);
}

const plain = (mark: string): string => mark.replace(/\s+/g, ' ').trim();
