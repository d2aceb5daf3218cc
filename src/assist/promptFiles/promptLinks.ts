import { pathFrom } from '../instructions/imports.ts';
import { proseLines, withoutCodeSpans } from '../instructions/proseLines.ts';

/** A file that a prompt speaks of. */
export interface PromptLink {
  /** As it is written, for who reads what was left out. */
  readonly written: string;
  /** Where it may lie in the workspace folder: from the prompt file on, and from the top; none when it leaves the folder. */
  readonly paths: readonly string[];
}

/** More files are not taken along. */
const mostLinks = 10;

/**
 * The files that a prompt links to, `[words](../docs/api.md)` or `#file:docs/api.md`, each once. Addresses, places within a page, pictures and
 * what stands in code are none. What a linked file links to is not followed, so circles end.
 */
export function linksIn(text: string, file: string): readonly PromptLink[] {
  const links = new Map<string, PromptLink>();
  for (const { text: line, isCode } of proseLines(text)) {
    if (isCode || !/\]\(|#file:/.test(line)) continue;
    for (const written of [...markdownLinks(line), ...fileMarks(line)]) {
      const path = pathOf(written);
      if (path === '' || links.size === mostLinks) continue;
      const paths = [pathFrom(file, path), pathFrom('prompt', path)].filter(each => each !== undefined);
      links.set(written, { written, paths: [...new Set(paths)] });
    }
  }
  return [...links.values()];
}

/** What stands behind `](` up to the bracket that closes, without a title behind a blank. */
function markdownLinks(line: string): readonly string[] {
  const [, ...behind] = withoutCodeSpans(line).split('](');
  const before = withoutCodeSpans(line).split('](');
  return behind.flatMap((rest, at) => {
    const isPicture = /!\[[^[\]]*$/.test((before[at] ?? '').slice(-300));
    const end = rest.indexOf(')');
    const inner = end < 0 ? '' : rest.slice(0, end).trim();
    const written = inner.startsWith('<') ? inner.slice(1).split('>', 1)[0] : inner.split(/[ \t]/, 1)[0];
    return isPicture || !written ? [] : [written];
  });
}

const fileMarks = (line: string): readonly string[] =>
  withoutCodeSpans(line)
    .split(/[ \t]+/)
    .flatMap(word => {
      const at = word.indexOf('#file:');
      const named = at < 0 ? '' : word.slice(at + '#file:'.length).replace(/^['"<(]|[)'">.,;:!?]{1,3}$/g, '');
      return named === '' ? [] : [named];
    });

/** The path that a link names; '' for an address or a place within the page. */
function pathOf(written: string): string {
  if (/^(?:[a-z][a-z0-9+.-]+:|\/\/|#)/i.test(written)) return '';
  const path = written.split('#', 1)[0]?.split('?', 1)[0] ?? '';
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a percent sign of its own
  }
}
