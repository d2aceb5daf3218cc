import { piecesBetweenCommas } from './bracketEnd.ts';

/** The names of the parameters in a list, as its language calls them; those without a name are left out. The list's texts are masked. */
export function parameterNames(list: string, family: string): readonly string[] {
  const pieces = piecesBetweenCommas(list.slice(0, longestList)).filter(({ length }) => length <= longestPiece);
  if (family === 'go') return goNames(pieces);
  const names: string[] = [];
  for (const [at, piece] of pieces.entries()) {
    const name = (nameOf[family] ?? lastName)(piece, at);
    if (name !== '') names.push(names.includes(name) ? `${name}${at + 1}` : name);
  }
  return names;
}

const longestList = 8_000;
/** A longer piece is no parameter that somebody reads, characters. */
const longestPiece = 600;

const nameOf: Readonly<Record<string, (piece: string, at: number) => string>> = {
  script: scriptName,
  python: pythonName,
  rust: piece =>
    /^(?:&\s*)?(?:'\w+\s+)?(?:mut\s+)?self\b/.test(piece) ? '' : first(/^(?:mut\s+|ref\s+)*(\w+)\s*:/, piece),
  kotlin: piece => first(/^(?:(?:vararg|val|var|crossinline|noinline|private|override)\s+)*(\w+)\s*:/, bare(piece)),
  scala: piece => first(/^(?:(?:implicit|val|var|using)\s+)*(\w+)\s*:/, bare(piece)),
  swift: piece => first(/(\w+)\s*:/, bare(piece)),
  ruby: piece => first(/^[*&]{0,2}(\w+)/, piece),
  php: piece => first(/(\$\w+)/, piece),
  c: cName,
  dart: piece => first(/([\w$]+)\s*(?:=[^=].*)?[}\]]?$/, piece),
};

/** Without the annotations before it. */
const bare = (piece: string): string => piece.replace(/^(?:@[\w.]+(?:\([^()]*\))?\s*)+/, '');

const first = (pattern: RegExp, piece: string): string => {
  const name = pattern.exec(piece)?.[1] ?? '';
  return name === '_' ? '' : name;
};

/** One that is taken apart has no name of its own, and its parts are no parameters. */
function scriptName(piece: string): string {
  const own = bare(piece).replace(/^(?:(?:public|private|protected|readonly|override)\s+)+/, '');
  if (/^(?:\.\.\.\s*)?[{[]/.test(own)) return 'options';
  const name = /^(?:\.\.\.\s*)?([\p{L}_$][\p{L}\p{N}_$]*)/u.exec(own)?.[1] ?? '';
  return name === 'this' ? '' : name;
}

function pythonName(piece: string, at: number): string {
  const name = /^\*{0,2}[\p{L}_][\p{L}\p{N}_]*/u.exec(piece)?.[0] ?? '';
  return at === 0 && (name === 'self' || name === 'cls') ? '' : name;
}

/** A type alone is no name. */
function cName(piece: string): string {
  const pointer = /\(\s*[*&^]\s*(\w+)/.exec(piece)?.[1];
  if (pointer !== undefined) return pointer;
  const own = withoutDefault(piece);
  const words = own.match(/[\w:]+(?:\s*<.*>)?/g) ?? [];
  const isType =
    words.length < 2 ||
    /[*&]$/.test(own) ||
    /^(?:int|char|long|short|double|float|bool|unsigned|void)$/.test(words.at(-1) ?? '');
  return isType ? '' : lastName(piece);
}

const lastName = (piece: string): string => /([\p{L}_$][\p{L}\p{N}_$]*)$/u.exec(withoutDefault(piece))?.[1] ?? '';

const withoutDefault = (piece: string): string => {
  const at = piece.indexOf('=');
  return (at < 0 ? piece : piece.slice(0, at)).replace(/(?:\s*\[[^[\]]*\])+$/, '').trim();
};

/** `a, b int`: a type stands behind the last of those that have it; where no piece has two words, all are types. */
function goNames(pieces: readonly string[]): readonly string[] {
  const isNamed = pieces.some(piece => /^\w+\s+\S/.test(piece) && !/^(?:chan|func|map|struct|interface)\b/.test(piece));
  return isNamed ? pieces.map(piece => /^\w+/.exec(piece)?.[0] ?? '').filter(name => name !== '' && name !== '_') : [];
}
