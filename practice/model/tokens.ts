/** About how many tokens a text is: four characters each, the usual rule of thumb for English and code. */
export function countTokens(text: string): number {
  return Math.ceil(text.length / 4);
}

/** Cuts a text into pieces of about a token, as models send them; joined they are the text again. */
export function splitIntoTokens(text: string): readonly string[] {
  return text.match(/\s*[^\s]{1,6}|\s+/g) ?? [];
}

/** The text as far as that many tokens reach. */
export function firstTokens(text: string, tokens: number): string {
  return text.slice(0, tokens * 4);
}
