import type { StreamParser, StringStream } from '@codemirror/streamparser';
import { c, clike, cpp, csharp, dart, java, kotlin, objectiveC, scala } from '@codemirror/legacy-modes/mode/clike';
import { clojure } from '@codemirror/legacy-modes/mode/clojure';
import { css, less, sCSS } from '@codemirror/legacy-modes/mode/css';
import { diff } from '@codemirror/legacy-modes/mode/diff';
import { dockerFile } from '@codemirror/legacy-modes/mode/dockerfile';
import { go } from '@codemirror/legacy-modes/mode/go';
import { groovy } from '@codemirror/legacy-modes/mode/groovy';
import { haskell } from '@codemirror/legacy-modes/mode/haskell';
import { javascript, json, typescript } from '@codemirror/legacy-modes/mode/javascript';
import { julia } from '@codemirror/legacy-modes/mode/julia';
import { lua } from '@codemirror/legacy-modes/mode/lua';
import { perl } from '@codemirror/legacy-modes/mode/perl';
import { powerShell } from '@codemirror/legacy-modes/mode/powershell';
import { properties } from '@codemirror/legacy-modes/mode/properties';
import { protobuf } from '@codemirror/legacy-modes/mode/protobuf';
import { python } from '@codemirror/legacy-modes/mode/python';
import { r } from '@codemirror/legacy-modes/mode/r';
import { ruby } from '@codemirror/legacy-modes/mode/ruby';
import { rust } from '@codemirror/legacy-modes/mode/rust';
import { shell } from '@codemirror/legacy-modes/mode/shell';
import { standardSQL } from '@codemirror/legacy-modes/mode/sql';
import { swift } from '@codemirror/legacy-modes/mode/swift';
import { toml } from '@codemirror/legacy-modes/mode/toml';
import { html, xml } from '@codemirror/legacy-modes/mode/xml';
import { yaml } from './yaml.ts';

const words = (list: string): Record<string, true> => Object.fromEntries(list.split(' ').map(word => [word, true]));

/** PHP is close enough to C for its colours; the library has no parser for it. */
const php = clike({
  name: 'php',
  keywords: words(
    'abstract and array as break case catch class clone const continue declare default do echo else elseif enum extends ' +
      'final finally fn for foreach function global if implements include include_once instanceof insteadof interface isset ' +
      'list match namespace new or print private protected public readonly require require_once return static switch throw ' +
      'trait try unset use var while xor yield int float string bool void mixed never self parent',
  ),
  blockKeywords: words('catch do else elseif for foreach if switch try while finally'),
  atoms: words('true false null TRUE FALSE NULL'),
  multiLineStrings: true,
  hooks: {
    '#': (stream: StringStream) => {
      stream.skipToEnd();
      return 'comment';
    },
    $: (stream: StringStream) => {
      stream.eatWhile(/\w/);
      return 'variableName';
    },
  },
});

/** Each parser by the names that fences and VS Code have for its language, besides its first. */
const named: readonly (readonly [string, StreamParser<unknown>])[] = [
  ['javascript js jsx mjs cjs javascriptreact node', javascript],
  ['typescript ts tsx mts cts typescriptreact vue-ts', typescript],
  ['json jsonc json5 jsonl webmanifest', json],
  ['python py python3 pyi', python],
  ['java', java],
  ['kotlin kt kts', kotlin],
  ['scala', scala],
  ['csharp c# cs', csharp],
  ['c h', c],
  ['cpp c++ cc hpp cxx cuda-cpp', cpp],
  ['objectivec objective-c objc', objectiveC],
  ['dart', dart],
  ['php', php],
  ['go golang', go],
  ['rust rs', rust],
  ['swift', swift],
  ['ruby rb', ruby],
  ['perl pl', perl],
  ['lua', lua],
  ['r', r],
  ['julia jl', julia],
  ['haskell hs', haskell],
  ['clojure clj', clojure],
  ['groovy gradle', groovy],
  ['shell sh bash zsh shellscript console dotenv', shell],
  ['powershell ps1 pwsh', powerShell],
  ['sql mysql postgresql postgres pgsql sqlite tsql plsql', standardSQL],
  ['html vue svelte', html],
  ['xml svg xaml', xml],
  ['css', css],
  ['scss', sCSS],
  ['less', less],
  ['yaml yml dockercompose github-actions-workflow', yaml],
  ['toml', toml],
  ['ini properties editorconfig', properties],
  ['dockerfile docker', dockerFile],
  ['protobuf proto proto3', protobuf],
  ['diff patch', diff],
];

const byName = new Map(named.flatMap(([names, parser]) => names.split(' ').map(name => [name, parser] as const)));

/** The parser of a language by a fence's or VS Code's name for it; undefined: none. */
export const parserOf = (language: string): StreamParser<unknown> | undefined => byName.get(language.toLowerCase());

/** Every name that `parserOf` knows. */
export const languageNames: readonly string[] = [...byName.keys()];
