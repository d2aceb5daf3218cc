import { atOnce } from '../../../core/shared/steps.ts';
import { readCodeLines } from '../../enclosing/codeLines.ts';
import { bracketEnd } from './bracketEnd.ts';
import { withoutInnerFunctions } from './innerFunctions.ts';
import { parameterNames } from './parameterNames.ts';
import { raisedIn, resultIn } from './resultIn.ts';

/** What can be read from the text of a declaration alone. */
export interface Shape {
  readonly name: string;
  readonly isFunction: boolean;
  /** In Go, the type that a method belongs to; '' otherwise. */
  readonly receiver: string;
  readonly parameters: readonly string[];
  readonly hasResult: boolean;
  /** What it throws by name, each once, in order. */
  readonly raises: readonly string[];
  /** Its code behind the head, comments and texts masked, functions within it left out. */
  readonly body: string;
}

/** Of a longer text nothing is read, characters. */
const longest = 60_000;
/** So long is a name with what belongs to it, at most, characters. */
const longestName = 400;

/**
 * The function or type that this text declares; `symbol`: its name as a language service tells it, '' when none does. undefined: it
 * declares nothing that is known here.
 */
export function shapeOf(code: string, language: string, symbol = ''): Shape | undefined {
  const { code: text, family } = atOnce(readCodeLines(code.slice(0, longest).replaceAll('\r\n', '\n'), language));
  const name = bareName(symbol);
  const head = (name === '' ? undefined : namedHead(text, name)) ?? functionHead(text, family);
  if (!head) return typeIn(text, name);
  const end = bracketEnd(text, head.open);
  if (end < 0) return undefined;
  const after = text.slice(end + 1);
  const from = bodyStart(after, family);
  const own = after.slice(from);
  const arrow = /^=>\s*(?=\{)/.exec(own)?.[0].length ?? 0; // its own body is none within it
  const body = withoutInnerFunctions(own.slice(arrow), family);
  const before = text.slice(0, head.at);
  const result = after.slice(0, from);
  return {
    name: head.name,
    isFunction: true,
    receiver: family === 'go' ? receiverIn(before.slice(-longestName)) : '',
    parameters: parameterNames(text.slice(head.open + 1, end), family),
    hasResult: resultIn({ before, result, body, family }),
    raises: raisedIn({ result, body, family }),
    body,
  };
}

/** Services call a method '(*Volume).DecodeJSON', 'Cart::total', 'total(int)': its name alone. */
export function bareName(symbol: string): string {
  const behind = symbol
    .slice(0, longestName)
    .replace(/^\([^()]*\)\./, '')
    .replace(/[(<:\s][^]*$/, found => (found.startsWith('::') ? found : ''));
  return /([\p{L}\p{N}_$]+)$/u.exec(behind)?.[1] ?? '';
}

interface Head {
  readonly name: string;
  /** Where the name stands, and where its parameters open. */
  readonly at: number;
  readonly open: number;
}

/** What may stand between a name and its parameters: those of its type, and in scripts what makes it a function. */
const between =
  /^\s*(?:(?::[^=;{}]{0,200})?=\s*(?:async\s*)?(?:function\b\s*\*?\s*[\w$]*\s*)?|[:?]\s*(?:async\s*)?(?:function\b\s*\*?\s*)?)?/;

function namedHead(text: string, name: string): Head | undefined {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (/[\p{L}\p{N}_$.]/u.test(text.charAt(at - 1)) || /[\p{L}\p{N}_$]/u.test(text.charAt(at + name.length))) continue;
    const open = openBehind(text, at + name.length);
    return open === undefined ? undefined : { name, at, open };
  }
  return undefined;
}

function openBehind(text: string, from: number): number | undefined {
  let at = from + (between.exec(text.slice(from, from + 400))?.[0].length ?? 0);
  if ('<['.includes(text.charAt(at))) {
    const end = bracketEnd(text, at);
    if (end < 0) return undefined;
    at = end + 1;
    while (/\s/.test(text.charAt(at))) at += 1;
  }
  return text.charAt(at) === '(' ? at : undefined;
}

const functions: Readonly<Record<string, RegExp>> = {
  python: /^[ \t]*(?:async[ \t]+)?def[ \t]+(\w+)/m,
  go: /^func\b[ \t]*(?:\([^()]*\)[ \t]*)?(\w+)/m,
  rust: /\bfn[ \t]+(\w+)/,
  kotlin: /\bfun\b[ \t]*(?:<[^<>]*>[ \t]*)?(?:[\w.]+\.)?(\w+)/,
  swift: /\bfunc[ \t]+(\w+)/,
  scala: /\bdef[ \t]+(\w+)/,
  ruby: /^[ \t]*def[ \t]+(?:self\.)?(\w+)/m,
  php: /\bfunction[ \t]+&?(\w+)/,
  script:
    /\bfunction\b\s*\*?\s*([\w$]+)|\b(?:const|let|var)\s+([\w$]+)\s*(?::[^=;]{0,200})?=\s*(?:async\s*)?(?:function\b|[(<])|\bexports\.([\w$]+)\s*=\s*(?:async\s*)?(?:function\b|\()|^[ \t]*(?:(?:public|private|protected|static|async|override|get|set)\s+)*[*#]?([\w$]+)\s*(?=[(<])/m,
};
const usualFunction =
  /^[ \t]*(?!(?:if|for|while|switch|return|catch|else|using|new|throw)\b)(?:[\w:<>,.*&?@[\]]+[ \t]+[*&]*)+(?:\w+::)*~?(\w+)[ \t]*(?=\()/m;

const notNames = /^(?:if|for|while|switch|catch|return|do|else|try|with|new|throw|typeof|await)$/;

function functionHead(text: string, family: string): Head | undefined {
  const found = (functions[family] ?? usualFunction).exec(text.slice(0, 4_000));
  const name = found?.slice(1).find(each => each !== undefined);
  if (!found || name === undefined || notNames.test(name)) return undefined;
  const at = found.index + found[0].lastIndexOf(name);
  const open = openBehind(text, at + name.length);
  return open === undefined ? undefined : { name, at, open };
}

/** A class or the like has a name and nothing that goes in. */
function typeIn(text: string, symbol: string): Shape | undefined {
  const words =
    /\b(?:class|interface|struct|enum|trait|type|object|record|protocol|namespace|const|let|var)\s+([\w$]+)/;
  const name = words.exec(text.slice(0, 4_000))?.[1] ?? symbol;
  if (name === '') return undefined;
  return { name, isFunction: false, receiver: '', parameters: [], hasResult: false, raises: [], body: '' };
}

/** Where behind the parameters the body begins. */
function bodyStart(after: string, family: string): number {
  if (family === 'python') return Math.max(0, after.search(/:\s*(?:\n|$)|:\s*\S/));
  const at = after.search(family === 'script' ? /=>|\{(?![^{}]*\}\s*(?:\{|=>))|;/ : /\{|;|=(?!=)/);
  return at < 0 ? after.length : at;
}

/** The type between the brackets before a method of Go. */
const receiverIn = (before: string): string =>
  /\(\s*(?:\w+\s+)?\*?\s*(\w+)(?:\[[^\]]*\])?\s*\)\s*$/.exec(before)?.[1] ?? '';
