import type { ChangedFile } from '../commit/changedFiles.ts';

/** What is looked at of a file of a diff. */
export type ShortenedFile = Pick<ChangedFile, 'path' | 'isBinary' | 'added' | 'removed'>;

/** Of what is made by tools, and of what is no text, only the name is told: it would take the place of what people wrote. */
export function shortFileDiff(text: string, { path, isBinary, added, removed }: ShortenedFile): string {
  const [head = ''] = text.split('\n', 1);
  if (isBinary) return `${head}\n(no text)`;
  return isMade(path) ? `${head}\n(${added + removed} changed lines of a file that tools write)` : text.trimEnd();
}

const lockFile =
  /(?:^|[/.-])(?:lock|shrinkwrap|go\.sum)(?:\.(?:json|ya?ml|toml|hcl))?$|\.lockb?$|-lock\.(?:json|ya?ml)$/;
const generated = /(?:\.min\.(?:js|css)|\.map|\.snap|\.pb\.go|_pb2\.py|\.g\.dart|\.designer\.cs)$/;

const isMade = (path: string): boolean => {
  const name = path.slice(-200).toLowerCase();
  return (
    lockFile.test(name) || generated.test(name) || /(?:^|\/)(?:dist|node_modules|vendor)\//.test(path.slice(0, 200))
  );
};
