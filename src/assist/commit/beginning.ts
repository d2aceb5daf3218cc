/**
 * What is typed in the box already, and the message for it. A beginning is gone on with; a line that Git has prepared for a merge
 * stays; what is a whole message is replaced, and can be had back.
 */
export function withBeginning(typed: string, message: string): string {
  const begun = typed.trimEnd();
  if (begun === '') return message;
  if (/^Merge |^Revert /.test(begun)) return `${begun}\n\n${message}`;
  if (!isBeginning(typed)) return message;
  if (message.toLowerCase().startsWith(begun.toLowerCase())) return begun + message.slice(begun.length);
  const [, rest = message] = /^[\w-]{1,30}(?:\([^()\n]{1,60}\))?!?: ?([^]*)$/.exec(message) ?? [];
  return begun.endsWith(':') ? `${begun} ${rest}` : `${begun} ${message}`;
}

/** A type with its colon, an id, or a word that does not end a sentence. */
export const isBeginning = (typed: string): boolean =>
  !typed.trim().includes('\n') && (/[:\]]\s*$/.test(typed) || typed.trim().split(/\s+/).length <= 2);
