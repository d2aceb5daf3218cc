import type { Finding } from '../../../core/secrets/secretScan.ts';
import { cellsAt, type Cell } from './cells.ts';
import { isColumnSecret, secretColumn } from './secretColumn.ts';
import { soughtPlaces } from './soughtPlaces.ts';
import type { SecretName } from '../named/secretNames.ts';

/** A short line without any sign of code: a first look. */
const plainLine = /^[^\n(){}=.:<>$!?&@\\[\]'%]{3,400}$/gm;
/** Beginnings of what such columns are called: whether it is one, `secretColumn` says. */
const heading =
  /pass|pwd|mdp|secret|token|key|credential|kennwort|contrase|senha|wachtwoord|has[lł]o|l[öo]senord|пароль|密码|密碼|密钥|口令|パスワード|비밀번호/i;
/** Characters of the longest of them. */
const longestHeading = 10;
const longestHeader = 400;
const separators = [',', ';', '\t', '|'];
const column = /^[\p{L}_][\p{L}\w .-]{0,39}$/u;
/** The mark of a comment or of a change before the line. */
const decoration = /^[ \t\uFEFF]{0,40}(?:(?:\/\/|--|[#*+>-])[ \t]{0,8})?/;
const ruling = /^[\s|:+=-]+$/;

/**
 * Values of tables whose first line names a column of secrets: CSV, TSV, and tables of Markdown. The rows go on until one has
 * another number of cells. Yields after each row, so that who asks can pause. `nameStarts`: where names of secrets may begin,
 * if that is known: only lines with such a name are looked at then.
 */
export function* tableSecretsIn(text: string, nameStarts?: readonly number[]): Generator<readonly Finding[]> {
  let upTo = 0;
  for (const index of nameStarts ? plainLinesAt(text, nameStarts) : soughtPlaces(text, plainLine)) {
    yield [];
    if (index === undefined || index < upTo) continue;
    const line = lineAround(text, index, upTo);
    if (line === undefined) continue;
    upTo = line.end;
    const written = text.slice(line.start, line.end).trimEnd();
    const header = heading.test(written) ? headerIn(written) : undefined;
    if (header === undefined) continue;
    while (upTo < text.length) {
      const { cells, next } = cellsAt(text, upTo, header.separator);
      if (cells.length !== header.columns.length) break;
      if (!ruling.test(text.slice(upTo, Math.min(next, upTo + longestHeader))))
        yield secretsOf(text, cells, header.columns);
      upTo = next;
    }
  }
}

/** Where plain lines begin in which one of these places is; undefined after each line with one, so that who asks can pause. */
function* plainLinesAt(text: string, places: readonly number[]): Generator<number | undefined> {
  let upTo = 0;
  for (const place of places) {
    if (place < upTo || !heading.test(text.slice(place, place + longestHeading))) continue;
    const start = text.lastIndexOf('\n', place) + 1;
    const lineEnd = text.indexOf('\n', place);
    upTo = lineEnd < 0 ? text.length : lineEnd;
    for (const { index } of text.slice(start, upTo).matchAll(plainLine)) yield start + index;
    yield undefined;
  }
}

/** With its line end. undefined: there is none, or it is too long for the names of columns. */
function lineAround(text: string, index: number, least: number): Cell | undefined {
  const from = Math.max(least, index - longestHeader);
  const before = text.slice(from, index).lastIndexOf('\n');
  const ahead = text.slice(index, index + longestHeader).indexOf('\n');
  if (ahead < 0 || (before < 0 && from > 0 && text.charAt(from - 1) !== '\n')) return undefined;
  return { start: from + before + 1, end: index + ahead + 1 };
}

interface Header {
  readonly separator: string;
  /** undefined: not of secrets. */
  readonly columns: readonly (SecretName | undefined)[];
}

function headerIn(line: string): Header | undefined {
  const separator = separators.find(one => line.includes(one));
  if (separator === undefined) return undefined;
  const mark = decoration.exec(line)?.[0].length ?? 0;
  const names = cellsAt(line, mark, separator).cells.map(({ start, end }) => line.slice(start, end));
  const isMarked = separator === '|' && names[0] === '' && names.at(-1) === '';
  const inner = isMarked ? names.slice(1, -1) : names;
  if (names.length < 2 || !inner.every(name => column.test(name))) return undefined;
  const columns = names.map(secretColumn);
  return columns.some(one => one !== undefined) ? { separator, columns } : undefined;
}

const secretsOf = (text: string, cells: readonly Cell[], columns: Header['columns']): readonly Finding[] =>
  cells.flatMap(({ start, end }, at) => {
    const name = columns[at];
    const isQuoted = text.charAt(start - 1) === '"' && text.charAt(end) === '"';
    const isSecret = name !== undefined && end > start && isColumnSecret(name, text.slice(start, end), isQuoted);
    return isSecret ? [{ start, end, kind: 'assignment' }] : [];
  });
