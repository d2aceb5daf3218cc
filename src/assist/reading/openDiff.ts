import { changedFiles } from '../commit/changedFiles.ts';

/** A diff in which these files are named, and nothing of them is shown. */
export function withoutLinesOf(diff: string, closed: ReadonlySet<string>): string {
  if (closed.size === 0) return diff;
  return diff
    .split(/^(?=diff --(?:git|cc|combined) )/m)
    .map(section => {
      const [file] = changedFiles(section);
      if (!file || !closed.has(file.path)) return section;
      const lines = section.search(/^@@/m);
      return lines < 0 ? section.replace(/^[+-](?![+-]{2} )[^\n]*\n?/gm, '') : section.slice(0, lines);
    })
    .join('');
}

/** A file that no commit has yet, as a diff shows it; without lines where its text is not known or is none. */
export function newFileDiff(path: string, text: string | undefined): string {
  const head = `diff --git a/${path} b/${path}\nnew file mode 100644\n--- /dev/null\n+++ b/${path}\n`;
  if (text === undefined || text === '' || text.includes('\u0000')) return head;
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  return `${head}@@ -0,0 +1,${lines.length} @@\n${lines.map(line => `+${line}\n`).join('')}`;
}
