import { applyChanges } from '../code/change.ts';
import { isScript } from '../code/language.ts';
import type { EditRule } from './editRule.ts';

/** `==` and `!=` become `===` and `!==`; a comparison with `null` stays, because there it means "or undefined". */
export const strictEquality: EditRule = {
  sign: /===|\b(strict|triple)\b.*\b(equal|comparison)|\bstrict equality\b|(?<![=!])==(?!=)/i,
  apply: ({ code, masked, language }) => {
    if (!isScript(language)) return code;
    const loose = [...masked.text.matchAll(/(?<![=!<>])(?<operator>==|!=)(?!=)(?!\s*null\b)/g)];
    return applyChanges(
      code,
      loose.map(({ index }) => ({ start: index + 2, end: index + 2, text: '=' })),
    );
  },
};
