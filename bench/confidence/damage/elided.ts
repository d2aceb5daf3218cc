import { between, oneOf } from '../code/chance.ts';
import { bodyOf } from '../code/statements.ts';
import type { DamageRule } from './damage.ts';

/** How models say that they left something out; each stands in a comment. */
const spellings = [
  '...',
  '…',
  '... rest of the code ...',
  '... existing code ...',
  '... keep existing code',
  'rest of the function remains unchanged',
  'rest unchanged',
  'the rest stays the same',
  'remaining code omitted for brevity',
  'omitted for brevity',
  'unchanged',
  'same as before',
  'no changes below',
  '12 lines omitted',
  '--- snip ---',
  '[snip]',
  '<snip>',
  '(unchanged code here)',
  'previous implementation',
  'implementation as before',
  'existing logic here',
  'your existing code',
  'keep the original code here',
  'etc.',
  'and so on',
  'as above',
  'see above',
  'other cases are handled the same way',
  'continue with the original implementation',
  'code continues as in the original',
  'everything else is the same',
  'additional cases here',
  'truncated',
  'body omitted',
  '@@ unchanged @@',
  'Rest bleibt unverändert',
  '... bestehender Code ...',
  'restlicher Code wie bisher',
  'le reste du code est inchangé',
  '... code existant ...',
  'el resto del código sigue igual',
  'o resto do código permanece igual',
  '其余代码保持不变',
  '省略其余代码',
  '残りのコードは変更なし',
] as const;

/** In Python a place that holds nothing needs a statement. */
const inPython = ['pass  # unchanged', '...  # rest of the function', 'pass  # existing code', '...', 'pass'] as const;

/** How many spellings there are in comments. */
export const elidedSpellings: number = spellings.length;

/** Lines in the middle of a body, in whose place stands that they are left out. */
export const elided: DamageRule = ({ edit, chance }) => {
  const { language } = edit.unit;
  const body = bodyOf(edit.code, language);
  if (!body || body.statements.length < 3) return undefined;
  const first = between(0, body.statements.length - 2, chance);
  const last = between(first, Math.min(first + 4, body.statements.length - 1), chance);
  const [from, to] = [body.statements[first]?.from ?? 0, body.statements[last]?.to ?? 0];
  if (to - from < 2) return undefined;
  const spelling = oneOf(spellings, chance) ?? '...';
  const bare = language === 'python' && chance() < 0.2 ? oneOf(inPython, chance) : undefined;
  const line = bare ?? comment(spelling, language === 'python' ? '#' : chance() < 0.85 ? '//' : '/*');
  return {
    code: edit.code
      .split('\n')
      .toSpliced(from, to - from + 1, body.indent + line)
      .join('\n'),
  };
};

const comment = (text: string, mark: string): string => (mark === '/*' ? `/* ${text} */` : `${mark} ${text}`);
