/** The longest piece of a text that its continuation is asked to begin with, characters. */
const anchorLength = 40;
/** A shorter piece stands in many places by chance; it counts only at the very beginning. */
const tellingLength = 12;
/** How far into a continuation it is looked for, characters: models like to begin with a remark. */
const searchLength = 240;

/** Where a text that broke off is to be taken up: its last words, '' when it has none. */
export function continuationOf(partial: string): { readonly anchor: string } {
  const end = partial.trimEnd().slice(-anchorLength);
  return { anchor: end.replace(/^[\udc00-\udfff]/, '').trimStart() }; // never half of a character
}

/**
 * What is asked of the model that shall go on: for its eyes, therefore not translated. The last words are fenced, as they
 * may say anything.
 */
export function continueInstruction(partial: string): string {
  const { anchor } = continuationOf(partial);
  const fence = '`'.repeat(Math.max(3, ...(anchor.match(/`+/g) ?? []).map(run => run.length + 1)));
  return [
    'Your last answer broke off. Go on exactly where it stopped, without any remark. Begin by repeating its last words',
    `as they stand here, then go on:\n${fence}text\n${anchor}\n${fence}`,
  ].join(' ');
}

/**
 * A text that broke off and its continuation as one. The continuation is taken up behind the last words of the text, which
 * it was asked to repeat, or behind whatever it repeats of it. undefined: where they join is not clear.
 */
export function splice(partial: string, continuation: string): string | undefined {
  const { anchor } = continuationOf(partial);
  const end = anchor === '' ? 0 : endOfRepetition(partial.trimEnd(), continuation, anchor);
  if (end === undefined) return undefined;
  const whole = partial.trimEnd();
  const rest = continuation.slice(end);
  return /^\s/.test(rest) ? whole + rest : partial + rest;
}

/** Where in the continuation the new text begins. */
function endOfRepetition(whole: string, continuation: string, anchor: string): number | undefined {
  const repeated = longestOverlap(whole, continuation);
  if (repeated >= Math.min(tellingLength, anchor.length)) return repeated;
  const at = anchor.length < tellingLength ? -1 : continuation.slice(0, searchLength).indexOf(anchor);
  return at < 0 ? undefined : at + anchor.length;
}

/** The longest beginning of `next` that `text` ends with, characters. */
function longestOverlap(text: string, next: string): number {
  const most = Math.min(text.length, next.length, searchLength);
  for (let length = most; length > 0; length -= 1) if (text.endsWith(next.slice(0, length))) return length;
  return 0;
}
