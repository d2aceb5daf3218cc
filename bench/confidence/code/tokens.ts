import { isScript, type LanguageId } from './languages.ts';
import { plainTokens } from './plainTokens.ts';
import { scriptTokens } from './scriptTree.ts';
import { endOf, type Token } from './token.ts';

/** Code in its place: a method alone is no program. */
export interface Placed {
  readonly language: LanguageId;
  readonly before: string;
  readonly code: string;
  readonly after: string;
}

/** The tokens of the code itself, `at` counted from its beginning. */
export function tokensOf({ language, before, code, after }: Placed): readonly Token[] {
  if (!isScript(language)) return plainTokens(language, code);
  const [from, to] = [before.length, before.length + code.length];
  return scriptTokens(language, before + code + after)
    .filter(token => token.at >= from && endOf(token) <= to)
    .map(token => ({ ...token, at: token.at - from }));
}
