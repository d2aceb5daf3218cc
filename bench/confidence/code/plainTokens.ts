import type { LanguageId } from './languages.ts';
import type { Token } from './token.ts';

const word = /(?<word>[\p{L}_$][\p{L}\p{N}_$]*)/u.source;
const number = /(?<number>\d(?:[eE][+-]\d|[\w.])*)/.source;
const sign = /(?<sign>\.\.\.|<<=|>>=|==|!=|<=|>=|&&|\|\||=>|->|::|:=|<-|\+\+|--|\*\*|\/\/|<<|[-+*/%&|^]=|\S)/.source;
const slashComment = /(?<comment>\/\/[^\n]*|\/\*[^]*?\*\/)/.source;
const hashComment = /(?<comment>#[^\n]*)/.source;
const quoted = /"(?:\\[^]|[^"\\\n])*"/.source;

const texts: Partial<Record<LanguageId, string>> = {
  python:
    /[rbfuRBFU]{0,2}(?:"""(?:\\[^]|[^\\])*?"""|'''(?:\\[^]|[^\\])*?'''|"(?:\\[^]|[^"\\\n])*"|'(?:\\[^]|[^'\\\n])*')/
      .source,
  go: `${quoted}|\`[^\`]*\`|'(?:\\\\[^\\n]{1,9}?|[^'\\\\\\n])'`,
  rust: `b?r#"[^]*?"#|b?r"[^"]*"|b?"(?:\\\\[^]|[^"\\\\])*"|b?'(?:\\\\[^\\n]{1,9}?|[^'\\\\\\n])'`,
  java: `"""[^]*?"""|${quoted}|'(?:\\\\[^\\n]{1,6}?|[^'\\\\\\n])'`,
  cpp: `R"\\([^]*?\\)"|${quoted}|'(?:\\\\[^\\n]{1,6}?|[^'\\\\\\n])'`,
};

const patterns = new Map(
  Object.entries(texts).map(([id, text]) => [
    id,
    new RegExp([id === 'python' ? hashComment : slashComment, `(?<text>${text})`, word, number, sign].join('|'), 'gu'),
  ]),
);

/** The tokens of a language that TypeScript's compiler does not read. */
export function plainTokens(id: LanguageId, code: string): readonly Token[] {
  const pattern = patterns.get(id);
  if (!pattern) throw new Error(`no tokens of ${id}`);
  return [...code.matchAll(pattern)].map(({ groups = {}, 0: text, index: at }) => ({ kind: kindIn(groups), text, at }));
}

const kinds = ['comment', 'text', 'word', 'number', 'sign'] as const;
const kindIn = (groups: Readonly<Record<string, string | undefined>>): Token['kind'] =>
  kinds.find(kind => groups[kind] !== undefined) ?? 'sign';
