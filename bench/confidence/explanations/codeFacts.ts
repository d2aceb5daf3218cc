import { bodyOf } from '../code/statements.ts';
import { doing } from '../code/token.ts';
import { tokensOf } from '../code/tokens.ts';
import type { Unit } from '../code/unit.ts';
import { callsIn } from '../damage/arity.ts';

/** What can be said of a function without understanding it. */
export interface CodeFacts {
  readonly name: string;
  readonly parameters: readonly string[];
  /** What it calls, each once. */
  readonly calls: readonly string[];
  /** Lines of the file where it returns, 1-based, and what stands there. */
  readonly returns: readonly { readonly line: number; readonly text: string }[];
  readonly branches: number;
  readonly loops: number;
  readonly awaits: number;
  readonly throws: readonly number[];
  readonly firstLine: number;
  readonly lastLine: number;
  /** Statements right in its body. */
  readonly steps: number;
}

export function factsOf(unit: Unit): CodeFacts {
  const tokens = doing(tokensOf(unit));
  const [name = 'it'] = unit.names;
  const lines = unit.code.split('\n');
  const linesWith = (pattern: RegExp) =>
    lines.flatMap((text, at) => (pattern.test(text) ? [{ line: unit.startLine + at, text: text.trim() }] : []));
  const count = (pattern: RegExp) => tokens.filter(({ kind, text }) => kind === 'word' && pattern.test(text)).length;
  const head = tokens.findIndex(({ text }) => text === name.split('::').at(-1));
  const keyword = /^(?:if|for|while|switch|catch|return|match|function|def|func|fn|elif|and|or|not|in|super)$/;
  const calls = callsIn(tokens.slice(head + 2)).map(call => call.name);
  const [declared] = callsIn(
    tokens.slice(Math.max(0, head)).map((token, at) => (at === 0 ? { ...token, kind: 'word' } : token)),
  );
  return {
    name: name.split('::').at(-1) ?? name,
    parameters: (declared?.arguments ?? []).flatMap(
      own => own.find(({ kind, text }) => kind === 'word' && text.length > 1)?.text ?? [],
    ),
    calls: [...new Set(calls)].filter(own => !keyword.test(own) && own !== name),
    returns: linesWith(/^\s*return\b/),
    branches: count(/^(?:if|elif|case|match|switch)$/),
    loops: count(/^(?:for|while|loop)$/),
    awaits: count(/^await$/),
    throws: linesWith(/^\s*(?:throw|raise)\b/).map(({ line }) => line),
    firstLine: unit.startLine,
    lastLine: unit.startLine + lines.length - 1,
    steps: bodyOf(unit.code, unit.language)?.statements.length ?? 0,
  };
}
