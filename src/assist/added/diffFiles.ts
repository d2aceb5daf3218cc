/** What a diff says of one file. */
export interface FileDiff {
  /** The file's path now, or before it was deleted. */
  readonly path: string;
  readonly text: string;
}

/** A diff of git, file by file, in its order; what stands before the first file is none. */
export function filesOfDiff(diff: string): readonly FileDiff[] {
  const files: FileDiff[] = [];
  let lines: string[] = [];
  const end = (): void => {
    if (lines.length > 0) files.push({ path: pathOf(lines), text: lines.join('\n') });
  };
  for (const line of diff.split('\n')) {
    if (line.startsWith('diff --git ')) {
      end();
      lines = [line];
    } else if (lines.length > 0) lines.push(line);
  }
  end();
  return files;
}

/** Of what is made by tools, and of what is no text, only the name is told: it would take the place of what people wrote. */
export function shortFileDiff({ path, text }: FileDiff): string {
  const [head = ''] = text.split('\n', 1);
  if (/^(?:Binary files .* differ|GIT binary patch)$/m.test(text.slice(0, 5_000))) return `${head}\n(no text)`;
  const changed = text.split('\n').filter(line => /^[+-](?![+-]{2} )/.test(line)).length;
  return isMade(path) ? `${head}\n(${changed} changed lines of a file that tools write)` : text.trimEnd();
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

function pathOf(lines: readonly string[]): string {
  const named = (start: string) =>
    lines
      .slice(0, 12)
      .find(line => line.startsWith(start))
      ?.slice(start.length);
  const found = named('+++ b/') ?? named('rename to ') ?? named('--- a/');
  const [head = ''] = lines;
  return (found ?? head.slice(head.lastIndexOf(' b/') + 3)).trim();
}
