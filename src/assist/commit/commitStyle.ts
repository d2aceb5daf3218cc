/** How a repository writes the first lines of its messages, as far as its last ones show it. */
export interface CommitStyle {
  /** What stands before the colon there, the most usual first: 'fix', 'event'; none: they have no such prefix. */
  readonly prefixes: readonly string[];
  /** Do the words begin with a small letter? undefined: now so, now so. */
  readonly beginsSmall: boolean | undefined;
  /** Do most have more than a first line? */
  readonly hasBody: boolean;
  readonly hasEmoji: boolean;
  /** Where the id of a task stands; undefined: there is none. */
  readonly taskId: 'first' | 'scope' | undefined;
  /** As long as the longest of them, at most, characters. */
  readonly longestSubject: number;
}

const conventional = /^([\p{L}][\w-]{0,30})(?:\(([^()\n]{1,60})\))?(!?): ?(?=\S)/u;
const taskId = /^\[?((?:[A-Za-z]{2,10}-\d{1,7})|#\d{1,7})\]?[: ]+/;
const emoji =
  /^(?:\p{Extended_Pictographic}[\u{FE0F}\u{200D}\p{Extended_Pictographic}\p{Emoji_Modifier}]*|:[a-z_]{2,30}:)\s*/u;
/** What merges and reverts are called is Git's own. */
const isGits = (subject: string): boolean => /^(?:Merge|Revert) /.test(subject);
/** So many say how it is done here. */
const enough = 3;
const usualLongest = 72;

/** The style of these messages, the newest first. */
export function commitStyle(history: readonly string[]): CommitStyle {
  const own = history.filter(message => !isGits(message));
  const subjects = own.map(message => (message.split('\n', 1)[0] ?? '').trim());
  const share = (is: (subject: string, at: number) => boolean): number =>
    subjects.length === 0 ? 0 : subjects.filter(is).length / subjects.length;
  const small = share(subject => beginsSmall(words(subject)));
  const longest = Math.max(0, ...subjects.map(subject => subject.length));
  return {
    prefixes: share(subject => conventional.test(subject.replace(emoji, ''))) >= 0.5 ? prefixesOf(subjects) : [],
    beginsSmall: small >= 0.7 ? true : small <= 0.3 && subjects.length > 0 ? false : undefined,
    hasBody: share((_, at) => (own[at] ?? '').trim().includes('\n')) >= 0.5,
    hasEmoji: share(subject => emoji.test(subject)) >= 0.3,
    taskId: placeOfId(share),
    longestSubject: Math.max(50, Math.min(usualLongest, longest || usualLongest)),
  };
}

function placeOfId(share: (is: (subject: string) => boolean) => number): CommitStyle['taskId'] {
  if (share(subject => taskId.test(subject)) >= 0.5) return 'first';
  const isId = (subject: string) => /^[A-Za-z]{2,10}-\d{1,7}$/.test(conventional.exec(subject)?.[2] ?? '');
  return share(isId) >= 0.5 ? 'scope' : undefined;
}

function prefixesOf(subjects: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const subject of subjects) {
    const prefix = conventional.exec(subject.replace(emoji, ''))?.[1];
    if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([prefix]) => prefix);
}

/** The subject without emoji, id and prefix. */
const words = (subject: string): string => subject.replace(emoji, '').replace(taskId, '').replace(conventional, '');

const beginsSmall = (text: string): boolean => /^\p{Ll}/u.test(text);

/** The style in words, for a model. */
export function styleWords(history: readonly string[]): string {
  const { prefixes, beginsSmall: small, hasBody, longestSubject } = commitStyle(history);
  return [
    `The first line has at most ${longestSubject} characters.`,
    prefixes.length > 0
      ? `It begins with a type and a colon, as there: ${prefixes.slice(0, 8).join(', ')}.`
      : history.length >= enough && 'It has no type and colon before it.',
    small === true && 'Behind that it begins with a small letter.',
    hasBody
      ? 'Behind an empty line follows why it was done, in a few lines.'
      : history.length > 0
        ? 'There is no more than the first line, unless the change cannot be understood without it.'
        : 'Where the reason is not plain to see, it follows behind an empty line.',
  ]
    .filter(each => each !== false)
    .join(' ');
}

/** The message with its first line in the style of those of earlier commits, and with the id of the branch's task where they have one. */
export function inStyle(message: string, history: readonly string[], branch = ''): string {
  const style = commitStyle(history);
  const [subject = '', ...rest] = message.split('\n');
  const plain = style.hasEmoji || history.length < enough ? subject : subject.replace(emoji, '');
  const typed = style.prefixes.length === 0 && history.length >= 5 ? withoutType(plain) : plain;
  const cased = style.beginsSmall === true && style.prefixes.length > 0 ? withSmallWords(typed) : typed;
  return [withTask(cased, style.taskId, branch), ...rest].join('\n');
}

function withoutType(subject: string): string {
  const rest = subject.replace(conventional, '');
  return rest === subject ? subject : rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** Only a plain word: one with a second capital or a digit is a name. */
function withSmallWords(subject: string): string {
  const [head = ''] = conventional.exec(subject) ?? [];
  const rest = subject.slice(head.length);
  return /^\p{Lu}\p{Ll}+(?![\p{L}\p{N}_])/u.test(rest) ? head + rest.charAt(0).toLowerCase() + rest.slice(1) : subject;
}

function withTask(subject: string, place: CommitStyle['taskId'], branch: string): string {
  const [, id] = /(?:^|[/_-])([A-Za-z]{2,10}-\d{1,7})(?![A-Za-z\d]|-\d)/.exec(branch) ?? [];
  if (place === undefined || id === undefined || subject.toLowerCase().includes(id.toLowerCase())) return subject;
  if (place === 'first') return `${id} ${subject}`;
  const [head, type, scope, mark] = conventional.exec(subject) ?? [];
  return head === undefined ? subject : `${type ?? ''}(${scope ?? id})${mark ?? ''}: ${subject.slice(head.length)}`;
}
