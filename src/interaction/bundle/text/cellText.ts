import { cleanLine } from '../../text/cleanText.ts';

const longestCell = 300;

/**
 * A text from outside as a cell of a table, on one line of at most 300 characters: no link, image, HTML or further cell comes of it. It is
 * read as plain text as often as drawn, so nothing else is marked.
 */
export const cellText = (text: string): string =>
  cleanLine(text, longestCell)
    .replace(/[\\|[\]`]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;');
