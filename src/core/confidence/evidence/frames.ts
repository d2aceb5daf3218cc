import { familyOf } from '../reading/languages.ts';

/**
 * Something that a selection may have stood in, so that a part of a file can be parsed: a method needs its class, an `else`
 * its `if`. The text around it begins and ends on lines of its own.
 */
export interface Frame {
  readonly before: string;
  readonly after: string;
  /** Every line stands one deeper than `before`. */
  readonly deeper?: boolean;
  /** A comma may follow the last one in the selection, not in the frame. */
  readonly withoutLastComma?: boolean;
  /** Nearly any text parses in it, so it is tried only for text that parses in no other frame. */
  readonly loose?: boolean;
}

const around = (before: string, after = '', more: Partial<Frame> = {}): Frame => ({ before, after, ...more });

const wholeFile = around('');

const script: readonly Frame[] = [
  wholeFile,
  around('class A extends B {', '}'), // members
  around('f(', ')'), // expressions, object literals, arguments
  around('({', '})'), // properties
  around('switch (x) {', '}'),
  around('x'), // `.then(…)`, `&& y`
  around('if (x) {}'), // else
  around('try {}'), // catch, finally
];

const typed: readonly Frame[] = [
  around('interface A {', '}'),
  around('type A ='),
  around('enum A {', '}'),
  around('function f(', ') {}'),
  around('import {', "} from 'x'"),
  around('abstract class A {', '}'),
];

const elements: readonly Frame[] = [around('<A', '/>'), around('<>', '</>', { loose: true })];

const python: readonly Frame[] = [
  wholeFile,
  around('if x:\n    pass'), // elif, else
  around('try:\n    pass'), // except, finally
  around('f(', ')'),
  around('x = {', '}'),
  around('def f(', '): pass'),
  around('', 'def f(): pass'), // decorators
  around('match x:', '', { deeper: true }), // cases
  around('x = (x', ')'), // `and y`, `.filter(…)`
];

const json: readonly Frame[] = [
  wholeFile,
  around('{', '}', { withoutLastComma: true }),
  around('[', ']', { withoutLastComma: true }),
];

/** The frames to try for a language, the likeliest first; none: nothing here can parse it. */
export function framesOf(language: string): readonly Frame[] {
  const family = familyOf(language);
  if (family === 'python') return python;
  if (family === 'json') return json;
  if (family !== 'script') return [];
  const isTyped = language.startsWith('typescript');
  return [...script, ...(isTyped ? typed : []), ...(language === 'typescript' ? [] : elements)];
}

/** The code in its frame, moved to the left margin first. */
export function framed(code: string, { before, after, deeper, withoutLastComma }: Frame): string {
  const trimmed = withoutLastComma ? code.trimEnd().replace(/,$/, '') : code;
  const text = deeper ? outdented(trimmed).replace(/^(?=.)/gm, ' ') : outdented(trimmed);
  return `${before === '' ? '' : `${before}\n`}${text}${after === '' ? '' : `\n${after}`}`;
}

/** How many lines the frame puts before the code. */
export const linesBefore = ({ before }: Frame): number => (before === '' ? 0 : before.split('\n').length);

/** Takes the first line's indentation from every line that has it. */
function outdented(code: string): string {
  const indent = /^(?:[ \t]*\n)*([ \t]*)/.exec(code.replaceAll('\r\n', '\n'))?.[1] ?? '';
  return indent === '' ? code : code.replaceAll('\r\n', '\n').replace(new RegExp(`^${indent}`, 'gm'), '');
}
