/** A stretch of code: as it stands, or one hidden character by its name. */
export interface CodePiece {
  readonly text: string;
  readonly isHidden: boolean;
}

// Controls, direction marks and overrides, zero-width and filler characters, variation selectors, tags.
const hidden =
  '[\\0-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\u061C\\u115F\\u1160\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069' +
  '\\u2800\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\u{E0000}-\\u{E007F}\\u{E0100}-\\u{E01EF}]';

// The flags of England, Scotland and Wales; an emoji's or a keycap's own variation selector.
const wellUsed =
  '\\u{1F3F4}(?:\\u{E0067}\\u{E0062}(?:\\u{E0065}\\u{E006E}\\u{E0067}|\\u{E0073}\\u{E0063}\\u{E0074}|\\u{E0077}\\u{E006C}\\u{E0073}))\\u{E007F}' +
  '|\\p{Extended_Pictographic}[\\uFE0E\\uFE0F]|[0-9#*]\\uFE0F\\u20E3';

// Families, professions and the like; letters that are joined or kept apart in Persian, Arabic and the scripts of India.
const joined =
  '\\p{Extended_Pictographic}\\uFE0F?\\p{Emoji_Modifier}?(?:\\u200D\\p{Extended_Pictographic}\\uFE0F?\\p{Emoji_Modifier}?)+' +
  '|(?:' +
  [
    'Arabic',
    'Syriac',
    'Devanagari',
    'Bengali',
    'Gurmukhi',
    'Gujarati',
    'Oriya',
    'Tamil',
    'Telugu',
    'Kannada',
    'Malayalam',
  ]
    .concat('Sinhala')
    .map(script => `\\p{Script=${script}}`)
    .join('|') +
  ')\\p{M}*[\\u200C\\u200D]';

const inProse = new RegExp(`(${joined}|${wellUsed})|${hidden}`, 'gu');
const inCode = new RegExp(`(${wellUsed})|${hidden}`, 'gu');

/** Text for reading: characters that nobody sees are left out, those that a language or an emoji needs are kept. */
export function proseText(text: string): string {
  return text.replace(inProse, (_match, kept?: string) => kept ?? '');
}

/** Code for reading: every character that nobody sees stands as `\u{202e}` in a piece of its own. */
export function codePieces(code: string): readonly CodePiece[] {
  const pieces: CodePiece[] = [];
  let shownUpTo = 0;
  for (const match of code.matchAll(inCode)) {
    if (match[1] !== undefined) continue;
    if (match.index > shownUpTo) pieces.push({ text: code.slice(shownUpTo, match.index), isHidden: false });
    pieces.push({ text: `\\u{${(match[0].codePointAt(0) ?? 0).toString(16)}}`, isHidden: true });
    shownUpTo = match.index + match[0].length;
  }
  if (shownUpTo < code.length) pieces.push({ text: code.slice(shownUpTo), isHidden: false });
  return pieces;
}
