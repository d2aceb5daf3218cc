/** What of this machine must not be told, because it names its user or what they work on. */
export interface Places {
  /** The user's home directory: '/home/ada', 'C:\\Users\\Ada'. */
  readonly home: string;
  /** The name of the account. */
  readonly user: string;
  /** The folders of the workspace. */
  readonly folders: readonly string[];
}

/** Shorter names are words of their own, too: as a part of a path they are hidden all the same, by what stands before them. */
const shortestUser = 3;

/**
 * Takes the places of this machine out of a text: '<folder 1>', '~' and '<user>' stand for them, whichever way their slashes lean,
 * however their letters are cased, and with blanks coded as in addresses. A longer name that only begins alike stays whole
 * (debpalash/VoiceStudio#856).
 */
export function placeHider({ home, user, folders }: Places): (text: string) => string {
  const named = [
    ...folders.map((folder, at): readonly [string, string] => [folder, `<folder ${at + 1}>`]),
    [home, '~'] as const,
  ].filter(([place]) => isTelling(place));
  const longestFirst = named.toSorted(([one], [other]) => other.length - one.length);
  const patterns = longestFirst.map(([place, sign]) => [placePattern(place), sign] as const);
  const account = user.length < shortestUser ? [] : [[segment(user), '<user>'] as const];
  const replace = (text: string, pairs: typeof patterns): string =>
    pairs.reduce((hidden, [pattern, sign]) => hidden.replace(pattern, () => sign), text);
  return text => {
    const hidden = replace(text, patterns).replace(accountFolder, (_all, before: string) => `${before}<user>`);
    return replace(hidden, account);
  };
}

/** The folder of somebody's account, wherever homes lie. */
const accountFolder = /((?:[/\\](?:home|users|documents and settings)[/\\]{1,2}))(?!<user>)[^/\\\s:;,'"<>|()[\]{}]+/gi;

/** The root of a disk tells nothing, and would hide every slash. */
const isTelling = (place: string): boolean => place.split(/[/\\]+/).filter(part => part !== '').length > 1;

/** One slash, or a backslash as JSON writes it. */
const slash = '(?:\\\\{1,2}|/)';

/** Both kinds of slashes, doubled ones as JSON writes them, and blanks as addresses write them. */
function placePattern(place: string): RegExp {
  const parts = place.split(/[/\\]+/).filter(part => part !== '');
  const written = parts.map(part => partPattern(part)).join(slash);
  const before = /^[/\\]/.test(place) ? slash : '';
  return new RegExp(`${before}${written}(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`, 'giu');
}

const partPattern = (part: string): string =>
  Array.from(part, character =>
    character === ' ' || character === ':' || /[^\p{ASCII}]/u.test(character)
      ? `(?:${escaped(character)}|${encodeURIComponent(character.toWellFormed())})`
      : escaped(character),
  ).join('');

/** The name where it is a part of a path, whole. */
const segment = (name: string): RegExp =>
  new RegExp(`(?<=[/\\\\])${partPattern(name)}(?=[/\\\\\\s:;,'"<>)\\]}]|$)`, 'giu');

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
