/** One line of a Markdown text. */
export interface ProseLine {
  readonly text: string;
  /** It stands in a fenced block, or begins or ends one. */
  readonly isCode: boolean;
}

/** The lines of a Markdown text, and which of them are code. A fence that does not end reaches to the end. Linear. */
export function proseLines(text: string): readonly ProseLine[] {
  let fence = '';
  return text.split(/\r\n?|\n/).map(line => {
    if (fence !== '') {
      if (isClosedBy(line, fence)) fence = '';
      return { text: line, isCode: true };
    }
    fence = opening.exec(line)?.[1] ?? '';
    return { text: line, isCode: fence !== '' };
  });
}

/** An opening fence of backticks has none in its info. */
const opening = /^[ \t]*(`{3,}(?=[^`]*$)|~{3,})/;

function isClosedBy(line: string, fence: string): boolean {
  const mark = line.trim();
  return mark.length >= fence.length && mark === fence.charAt(0).repeat(mark.length);
}

/** A line of prose without what stands between backticks. */
export const withoutCodeSpans = (line: string): string => line.replace(/`[^`]*`/g, ' ');
