import type { Steps } from '../../core/shared/steps.ts';

/** Others may run after so many lines. */
const atATime = 200;

/**
 * The code without its preprocessor lines, and of `#if` with the first branch alone, so that brackets are counted once: of
 * `#if 0` with its second one. As long as before; what is left out is blank.
 */
export function* withoutDirectives(text: string, code: string, starts: readonly number[]): Steps<string> {
  const state: Conditions = { branches: [], unread: 0 };
  const parts: string[] = [];
  let continued = false;
  for (const [at, start] of starts.entries()) {
    if (at % atATime === 0) yield;
    const end = starts[at + 1] ?? code.length;
    const line = code.slice(start, end);
    const word: RegExpExecArray | null | undefined = continued ? undefined : /^\s*#\s*(\w*)\s*(\w*)/.exec(line);
    const isDirective: boolean = continued || word !== null;
    if (word) follow(state, word[1] ?? '', word[2] ?? '');
    continued = isDirective && /\\\r?\n?$/.test(text.slice(start, end));
    const isRead = !isDirective && state.unread === 0;
    parts.push(isRead ? line : line.endsWith('\n') ? `${' '.repeat(line.length - 1)}\n` : ' '.repeat(line.length));
  }
  return parts.join('');
}

type Branch = 'read' | 'passed-over' | 'not-yet';

/** The `#if`s that are open, and how many of them are in a branch that is not read. */
interface Conditions {
  readonly branches: Branch[];
  unread: number;
}

function follow(state: Conditions, word: string, condition: string): void {
  const { branches } = state;
  const begins = word.startsWith('if');
  if (!begins && word !== 'endif' && !word.startsWith('el')) return;
  const before = begins ? undefined : branches.pop();
  if (before !== undefined && before !== 'read') state.unread -= 1;
  if (word === 'endif') return;
  const isFalse = word === 'if' && /^(?:0|false)$/.test(condition);
  const now = begins ? (isFalse ? 'not-yet' : 'read') : before === 'not-yet' ? 'read' : 'passed-over';
  branches.push(now);
  if (now !== 'read') state.unread += 1;
}

/** The lines of the `#define` that runs through a line, both inclusive; undefined: none of several lines does. */
export function definitionAt(lines: readonly string[], line: number): { first: number; last: number } | undefined {
  const isContinued = (at: number): boolean => /\\\r?$/.test(lines[at] ?? '');
  let first = line;
  while (first > 0 && isContinued(first - 1)) first -= 1;
  if (!/^\s*#\s*define\b/.test(lines[first] ?? '')) return undefined;
  let last = line;
  while (isContinued(last)) last += 1;
  return last > first ? { first, last } : undefined;
}
