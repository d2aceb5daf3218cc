import type { ChangedFile } from '../commit/changedFiles.ts';
import { importanceOf } from '../commit/importance.ts';

/** A line that declares something, in the languages in which a word says so. */
const declaration =
  /^(?:export\s+)?(?:default\s+)?(?:pub(?:\([^)]{0,40}\))?\s+)?(?:public\s+|private\s+|protected\s+|internal\s+|static\s+|abstract\s+|async\s+|final\s+|unsafe\s+)*(?:function\*?|class|interface|struct|enum|trait|type|def|func(?:\s*\([^()]{0,80}\))?|fn|fun|record)\s+([\p{L}_$][\p{L}\p{N}_$]*)/u;

/** Names that the code of a change declares now and did not before, and the other way round; what only moved is in neither. */
export function declaredNames(files: readonly ChangedFile[]): {
  readonly added: readonly string[];
  readonly removed: readonly string[];
} {
  const code = files.filter(file => importanceOf(file) === 'code');
  const [added, removed] = [namesWith('+', code), namesWith('-', code)];
  return {
    added: [...added].filter(name => !removed.has(name)),
    removed: [...removed].filter(name => !added.has(name)),
  };
}

function namesWith(sign: string, files: readonly ChangedFile[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { hunks } of files) {
    for (const line of hunks.flatMap(hunk => hunk.split('\n').slice(1))) {
      if (!line.startsWith(sign) || line.length > 400) continue;
      const name = declaration.exec(line.slice(1).trimStart())?.[1];
      if (name !== undefined && name.length <= 60) names.add(name);
    }
  }
  return names;
}
