/** A letter in a name of Latin letters that looks like one of them and is none. */
export interface LookAlike {
  /** The Cyrillic or Greek letter. */
  readonly character: string;
  /** The name that holds it. */
  readonly name: string;
  /** UTF-16 units from the text's start to the name. */
  readonly index: number;
}

/**
 * Names that mix Latin letters with Cyrillic or Greek ones that look like them (CVE-2021-42694, confusables of UTS #39), and so
 * pass for another name. A name that has clearly Cyrillic letters too is a word of that language (`getИмя`), and Greek letters
 * that formulas are written with stay (`Δx`, `ρ_air`) unless they stand inside a Latin word.
 */
export function lookAlikesIn(code: string): readonly LookAlike[] {
  if (!/[\u0370-\u052F]/.test(code)) return [];
  return [...code.matchAll(/[\p{ID_Start}_$][\p{ID_Continue}$]*/gu)].flatMap(({ 0: name, index }) => {
    const character = lookAlikeIn(name);
    return character === undefined ? [] : [{ character, name, index }];
  });
}

function lookAlikeIn(name: string): string | undefined {
  if (!/[\u0370-\u052F]/.test(name) || !/[A-Za-z]/.test(name)) return undefined;
  const inside = new RegExp(`(?<=[A-Za-z])${either}(?=[A-Za-z])`, 'u').exec(name)?.[0];
  if (inside !== undefined) return inside;
  const isRussian = new RegExp(`(?!${cyrillic})\\p{Script=Cyrillic}`, 'u').test(name);
  return isRussian ? undefined : new RegExp(`${cyrillic}|${greek}`, 'u').exec(name)?.[0];
}

const cyrillic =
  '[\u0410\u0412\u0415\u0405\u0406\u0408\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0425\u0423\u04AE\u04BA\u050C\u051A\u051C' +
  '\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04BB\u04CF\u0501\u051B\u051D\u0475]';
/** Those that no formula is written with. */
const greek =
  '[\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7\u037F\u03BF\u03F2\u03F3\u03F9]';
const formulas = '[\u03B1\u03B3\u03B9\u03BA\u03BD\u03C1\u03C3\u03C4\u03C5\u03C7]';
const either = `(?:${cyrillic}|${greek}|${formulas})`;
