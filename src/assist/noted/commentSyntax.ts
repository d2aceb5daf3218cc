import { familyOf } from '../../core/confidence/reading/languages.ts';

/** What stands around the words of a comment of one line; `close` is '' where the line's end ends it. */
export interface CommentMarks {
  readonly open: string;
  readonly close: string;
}

const line = (open: string): CommentMarks => ({ open, close: '' });
const slashes = line('//');
const hash = line('#');
const dashes = line('--');

/** By family, or by VS Code's language id where no family is told apart. What has no comments, or shows them, is not here. */
const marks: ReadonlyMap<string, CommentMarks> = new Map(
  Object.entries({
    ...{ script: slashes, c: slashes, csharp: slashes, java: slashes, kotlin: slashes, scala: slashes, swift: slashes },
    ...{ dart: slashes, go: slashes, rust: slashes, php: slashes, groovy: slashes, fsharp: slashes, jsonc: slashes },
    ...{ python: hash, ruby: hash, shell: hash, powershell: hash, yaml: hash, toml: hash, dockerfile: hash },
    ...{ makefile: hash, r: hash, perl: hash, elixir: hash, julia: hash, coffeescript: hash },
    ...{ sql: dashes, lua: dashes, haskell: dashes, clojure: line(';'), latex: line('%'), vb: line("'") },
    css: { open: '/*', close: ' */' },
    html: { open: '<!--', close: ' -->' },
  }),
);

/** How a language writes a comment of one line; undefined: it has none, or that is not known. */
export function commentSyntax(language: string): CommentMarks | undefined {
  const id = language.toLowerCase();
  return marks.get(id) ?? marks.get(familyOf(id) ?? '');
}
