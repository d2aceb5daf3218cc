import { closingOf } from './brackets.ts';
import { keywords } from './heads.ts';
import type { Range } from './mask.ts';
import type { Source } from './source.ts';

/** What a piece of code does, as it is written; each list in order and without repeats. */
export interface Facts {
  /** What loops go through or wait for: 'line of invoice.lines', 'queue.length > 0'. */
  readonly loops: readonly string[];
  readonly conditions: readonly string[];
  /** Names of what is called: 'roundToCents', 'Math.round'. */
  readonly calls: readonly string[];
  /** Expressions that are returned. */
  readonly returns: readonly string[];
  /** What is thrown, raised or panicked with. */
  readonly failures: readonly string[];
  /** Variables that are added to or otherwise updated in place. */
  readonly updates: readonly string[];
  readonly awaits: number;
}

/** Reads what the code between two offsets does. */
export function factsOf(source: Source, range: Range): Facts {
  const text = source.masked.text.slice(range.start, range.end);
  const behind = (match: RegExpExecArray) => range.start + match.index + match[0].length;
  const clauses = (pattern: RegExp) => [...text.matchAll(pattern)].map(match => clauseAt(source, behind(match)));
  const names = (pattern: RegExp) => [...text.matchAll(pattern)].map(match => match[1] ?? '');
  const returned = [...text.matchAll(/\breturn\b[ \t]*/g)].map(match => expressionAt(source, behind(match), range.end));
  return {
    loops: distinct(clauses(/(?<![.\w$])(?:for(?:\s+await)?|while|foreach)\b[ \t]*/g).map(withoutDeclaration)),
    conditions: distinct([...clauses(conditionPattern(source)), ...ternaries(text)]),
    calls: distinct(names(callPattern).filter(name => !keywords.has(name))),
    returns: distinct(returned),
    failures: distinct([...names(/\b(?:throw(?:\s+new)?|raise)\s+([A-Za-z_][\w.]*)/g), ...names(/\b(panic)!?\(/g)]),
    updates: distinct(names(/([A-Za-z_$][\w$.]*(?:\[[^\]\n]*\])?)\s*(?:[-+*/%|&]|\|\||&&|\?\?)=(?!=)/g)),
    awaits: names(/\b(await)\b/g).length,
  };
}

const callPattern =
  /(?<![\w$.])(?<!\b(?:def|function|fn|func|class|fun)\s+)((?:[A-Za-z_$][\w$]*(?:\.|::))*[A-Za-z_$][\w$]*!?)\(/g;

/** What stands before a question mark and a colon; only comparisons, so that types are not taken for them. */
function ternaries(masked: string): readonly string[] {
  const found = masked.matchAll(/(?:=|\breturn|\(|,)\s*([^=;?\n(,]*[<>!=]=?=?\s*[^=;?\n<>]+?)\s\?\s[^;\n]*?\s:\s/g);
  return [...found].map(match => match[1] ?? '');
}

function conditionPattern({ language }: Source): RegExp {
  const words: Readonly<Record<string, string>> = { rust: 'if|match', kotlin: 'if|when', ruby: 'if|unless|elsif|case' };
  return new RegExp(`(?<![.\\w$])(?:${words[language.id] ?? 'if|elif|switch'})\\b[ \\t]*(?![ \\t]*[:=.,)])`, 'g');
}

/** The clause of an `if` or a loop: what stands in its brackets, or up to the block that it opens. */
function clauseAt({ code, masked, language }: Source, at: number): string {
  const needsNoBrackets = ['python', 'go', 'rust', 'swift', 'ruby', 'lua'].includes(language.id);
  const close = masked.text[at] === '(' && !needsNoBrackets ? closingOf(masked.text, at) : undefined;
  if (close !== undefined) return code.slice(at + 1, close).trim();
  const length = masked.text.slice(at).search(/:\s|:$|\{|\n|$/);
  return code.slice(at, at + length).trim();
}

function withoutDeclaration(clause: string): string {
  return clause.replace(/^(?:const|let|var|auto)\s+|;?\s*do$/g, '');
}

/** An expression up to the end of its statement: a semicolon or a line end outside of brackets. */
function expressionAt({ code, masked }: Source, at: number, end: number): string {
  let to = at;
  while (to < end && !';\n}'.includes(masked.text[to] ?? '')) {
    if ('([{'.includes(masked.text[to] ?? '')) to = closingOf(masked.text, to) ?? end;
    to += 1;
  }
  return code.slice(at, Math.min(to, end)).trim();
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.map(text => text.replace(/\s+/g, ' ').trim()).filter(text => text !== ''))];
}
