/** Text inside a cell of a table: on one line, and without what would end the cell. */
export const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');

/** Text as code inside a cell, at most so many characters of it. */
export function code(text: string, longest = 160): string {
  const line = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll('`', "'").replace(hidden, visible);
  const cut = line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
  return cut === '' ? '' : `\`${cell(cut)}\``;
}

/** What is not seen, or changes how its neighbours are seen. */
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\ufe00-\ufe0f\u3164]/gu;
const visible = (character: string): string => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`;

/** Beginning and end of a long text as code; of what is no text only the beginning. */
export function codeEnds(text: string): string {
  const [readable = ''] = text.split(/[\u0000-\u0008\u000e-\u001f\ufffd]/);
  if (readable.length < text.length) return `${code(readable)} and bytes that are no text`.trim();
  if (text.length <= 160 || text.length > 19_000) return code(text);
  return `${code(text.slice(0, 50))} … ${code(text.slice(-110))}`;
}

/** A table of Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** How long, in the largest unit that it is a whole number of. */
export function duration(ms: number): string {
  if (ms % 3_600_000 === 0 && ms > 0) return `${ms / 3_600_000} h`;
  if (ms % 60_000 === 0 && ms > 0) return `${ms / 60_000} min`;
  return ms >= 1_000 ? `${ms / 1_000} s` : `${ms} ms`;
}
