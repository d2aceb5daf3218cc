import { familyOf } from '../core/confidence/reading/languages.ts';
import { namesFile } from '../core/fileName/namesFile.ts';
import type { Expectation } from '../core/model/purpose.ts';
import type { Context } from './assistance.ts';

/** So much of what stands around the selection is compared with an answer, characters. */
const around = 600;

/** What would be a right answer in this context. */
export function expectationOf(form: Expectation['form'], context: Context): Expectation {
  const { language, code, before, after, file, known } = context;
  if (form !== 'code') return { form, language, code };
  return {
    form,
    language,
    code,
    around: { before: before.slice(-around), after: after.slice(0, around) },
    ...(known && { known }),
    ...(mayBeginWithItsName(context) ? {} : { file }),
  };
}

/** Does the file begin with its own name, or does somebody want it to? Then a line that names it belongs to the code. */
function mayBeginWithItsName({ file: path, language, before, code, input }: Context): boolean {
  const top = (before === '' ? code : before).split('\n', 5); // a license, a shebang or a mark of the language may be first
  const file = { path, family: familyOf(language) };
  return (
    top.some(line => namesFile(line, file)) ||
    /\b(?:file(?:['’]s)? ?name|name of (?:the|this) file|path|header|dateiname)/i.test(input)
  );
}
