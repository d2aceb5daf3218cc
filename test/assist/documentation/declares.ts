import type { DeclaredSymbol } from '../../../src/assist/documentation/declared.ts';
import { undocumented } from '../../../src/assist/documentation/undocumented.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';

/** A symbol as a language service would tell it: its kind, its name and what is in it; `at`: what stands there in place of its name. */
export interface ToldSymbol {
  readonly kind: string;
  readonly name: string;
  readonly at: string;
  readonly children: readonly ToldSymbol[];
}

/** 'Class Cart', and what is in it. `Method (*Cart).Add @ Add`: its name is written otherwise in the text. */
export function told(what: string, ...children: readonly ToldSymbol[]): ToldSymbol {
  const [, kind = '', name = '', at = name] = /^(\w+) (.*?)(?: @ (.*))?$/.exec(what) ?? [];
  return { kind, name, at, children };
}

/** The symbols of a text; each is looked for behind the one before. */
export function symbolsIn(text: string, all: readonly ToldSymbol[]): readonly DeclaredSymbol[] {
  let from = 0;
  const place = ({ kind, name, at, children }: ToldSymbol): DeclaredSymbol => {
    const found = new RegExp(`(?<![\\w$])${at.replace(/[^\w\s]/g, '\\$&')}(?![\\w$])`, 'g');
    found.lastIndex = from;
    const start = found.exec(text)?.index ?? -1;
    if (start < 0) throw new Error(`there is no ${at} behind ${from}`);
    from = start + at.length;
    const nameLine = text.slice(0, start).split('\n').length - 1;
    const nameColumn = start - (text.lastIndexOf('\n', start - 1) + 1);
    const inner = children.map(place);
    const endLine = Math.max(nameLine, endOf(text.split('\n'), nameLine), ...inner.map(child => child.endLine));
    return { kind, name, startLine: nameLine, endLine, nameLine, nameColumn, children: inner };
  };
  return all.map(place);
}

/** By its brackets, or by what stands deeper. */
function endOf(lines: readonly string[], first: number): number {
  const depth = (line: string) => line.split(/[{(]/).length - line.split(/[})]/).length;
  const indent = (line = '') => /^\s*/.exec(line)?.[0].length ?? 0;
  let open = depth(lines[first] ?? '');
  let last = first;
  while (open > 0 && last < lines.length - 1) open += depth(lines[(last += 1)] ?? '');
  if (!/:\s*$/.test(lines[last] ?? '')) return last;
  while (last + 1 < lines.length && (lines[last + 1] === '' || indent(lines[last + 1]) > indent(lines[first])))
    last += 1;
  while (lines[last] === '') last -= 1;
  return last;
}

/** The names of what is public in a text and has no comment. */
export function missing(language: string, text: string, ...all: readonly ToldSymbol[]): readonly string[] {
  const symbols = symbolsIn(text, all);
  return atOnce(undocumented({ text, language, file: `file.${language}`, symbols })).map(({ name }) => name);
}
