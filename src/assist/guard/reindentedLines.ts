import type { TextChange } from './addedRisks.ts';
import type { Steps } from '../../core/shared/steps.ts';

/** Languages in which it says something how far in a line stands, by VS Code's ids. */
const meaningful = new Set(
  'python yaml dockercompose github-actions-workflow makefile coffeescript haml jade pug slim sass stylus fsharp haskell elm nim gdscript cython starlark restructuredtext'.split(
    ' ',
  ),
);

/** So many lines are looked at in one go. */
const together = 500;

/**
 * How many lines of an edit stand further in or out than before and read the same otherwise. A diff editor marks none of them
 * when it passes over blanks at the begin of lines, as VS Code's does unless it is told otherwise, and in these languages
 * one of them may be a line that has left its `if`. 0 in other languages.
 */
export function* reindentedLines({ before, after }: TextChange, language: string): Steps<number> {
  if (!meaningful.has(language) || before === after) return 0;
  const old = yield* linesOf(before);
  const now = yield* linesOf(after);
  const gone = timesByText(old, now);
  const come = timesByText(now, old);
  yield;
  return [...come].reduce((sum, [text, times]) => sum + Math.min(times, gone.get(text) ?? 0), 0);
}

/** How often each line stands there, without the blanks at its end. */
function* linesOf(text: string): Steps<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  for (let [at, from] = [0, 0]; from < text.length; at += 1) {
    const next = text.indexOf('\n', from);
    const end = next < 0 ? text.length : next;
    const written = text.slice(from, end).trimEnd();
    if (written !== '') times.set(written, (times.get(written) ?? 0) + 1);
    from = end + 1;
    if (at % together === 0) yield;
  }
  return times;
}

/** How often lines stand more often in one than in the other, by what they read without their indentation. */
function timesByText(
  one: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const more = new Map<string, number>();
  for (const [line, times] of one) {
    const left = times - (other.get(line) ?? 0);
    const text = line.trimStart();
    if (left > 0) more.set(text, (more.get(text) ?? 0) + left);
  }
  return more;
}
