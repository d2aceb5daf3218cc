/** Everything that is not seen, or changes how its neighbours are seen: controls, bidi marks, zero width, tags. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** A text from outside as one visible line of at most `maxLength` characters; what is longer ends with '…'. */
export function cleanLine(text: string, maxLength: number): string {
  const line = text.replace(unseen, ' ').replace(/\s+/g, ' ').trim();
  return shortened(line, maxLength);
}

/** A name from outside where VS Code draws `$(name)` as an icon: on one line, at most `maxLength` characters, no icon. */
export function plainLabel(text: string, maxLength = 60): string {
  return cleanLine(text.replaceAll('$(', '('), maxLength);
}

/** At most `maxLength` code points, never half of one; what is longer ends with '…'. */
export function shortened(text: string, maxLength: number): string {
  const characters = Array.from(text);
  if (characters.length <= maxLength) return text;
  const kept = characters.slice(0, Math.max(0, maxLength - 1)).join('');
  return `${kept.trimEnd()}…`;
}

/** As plain Markdown text: no link, image, HTML, table cell, emphasis or icon comes of it. */
export function markdownText(text: string): string {
  return text
    .replace(/\$\(/g, '$ (') // VS Code looks for icons after Markdown has taken the backslashes away
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[!"#%'()*+,\-./:=?@[\\\]^_`{|}~]/g, '\\$&')
    .replace(/\s+/g, ' ');
}

/** As a message of VS Code, which would make links of `[text](address)` and buttons of command addresses. */
export function messageText(text: string): string {
  return text.replace(/\[/g, '(').replace(/\]/g, ')');
}

const longestMessage = 2_000;

/** The same for a whole message: names of files and symbols stand in it, which may be anything. */
export const shownMessage = (text: string): string => messageText(cleanLine(text, longestMessage));
