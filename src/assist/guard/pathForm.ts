/** Why a path cannot be told for certain, so that nothing is written there. */
export type PathFault = 'empty' | 'too-long' | 'control' | 'dots' | 'short-name' | 'stream' | 'device';

/** Longer than any system opens by name, UTF-16 units. */
const longestPath = 4096;

/** `PACKAG~1.JSO`: what Windows, and FAT volumes elsewhere, take for a longer name that nobody sees. */
const shortName = /^[^.~]{1,7}~\d{1,6}(?:\.[^.]{0,3})?$/;

/** Names that are no files on Windows, with whatever extension. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:[. ].*)?$/i;

/** Does a system with other rules for names than POSIX read this path, or may it? */
export interface NameRules {
  /** Windows, or a file system that nobody knows: streams and devices have names there. */
  readonly isWindowsLike: boolean;
}

/** What is wrong with the spelling of a path; undefined: nothing. */
export function faultOf(path: string, { isWindowsLike }: NameRules): PathFault | undefined {
  if (path.trim() === '') return 'empty';
  if (path.length > longestPath) return 'too-long';
  if (/\p{Cc}/u.test(path)) return 'control';
  const tidy = path.replaceAll('\\', '/');
  const segments = tidy.replace(/^[a-z]:(?=\/|$)/i, '').split('/');
  if (segments.some(segment => segment === '..' || (/^[. ]+$/.test(segment) && segment !== '.'))) return 'dots';
  if (segments.some(segment => shortName.test(segment))) return 'short-name';
  if (!isWindowsLike) return undefined;
  if (/^\/\/[.?]\//.test(tidy) || segments.some(segment => device.test(segment))) return 'device';
  return segments.some(segment => segment.includes(':')) ? 'stream' : undefined;
}

/** Every list of segments that some system may take this path for, each in the form in which names are compared. */
export function formsOf(path: string): readonly (readonly string[])[] {
  const forms: (readonly string[])[] = [];
  let spelled = path;
  for (let round = 0; round < 3; round += 1) {
    const segments = segmentsOf(spelled);
    forms.push(segments);
    const isStreamed = segments.some(segment => segment.includes(':'));
    if (isStreamed) forms.push(segments.map(segment => withoutEnd(segment.replace(/:.*$/s, ''))).filter(isName));
    const decoded = percentDecoded(spelled);
    if (decoded === spelled) break;
    spelled = decoded;
  }
  return forms;
}

function percentDecoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a '%' that encodes nothing is a character of the name
  }
}

const segmentsOf = (path: string): readonly string[] =>
  folded(path)
    .replaceAll('\\', '/')
    .replace(/^[a-z]:(?=\/|$)/, '')
    .split('/')
    .map(withoutEnd)
    .filter(isName);

/** Windows passes over dots and blanks at the end of a name. */
function withoutEnd(segment: string): string {
  let end = segment.length;
  while (end > 0 && '. '.includes(segment.charAt(end - 1))) end -= 1;
  return segment.slice(0, end);
}

const isName = (segment: string): boolean => segment !== '';

/**
 * One form for all that some file system holds equal: case (NTFS, APFS), composed and decomposed letters (APFS), characters
 * that are not seen (HFS+ passes over them: CVE-2014-9390), and what Windows takes for the nearest plain character.
 */
const folded = (path: string): string =>
  path
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFC');
