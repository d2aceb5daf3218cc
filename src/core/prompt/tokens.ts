/** The common rule of thumb. */
const charsPerToken = 4;

/** About how many tokens so many characters are. */
export const estimatedTokens = (chars: number): number => Math.ceil(chars / charsPerToken);
