import { between, oneOf } from '../code/chance.ts';
import type { LanguageId } from '../code/languages.ts';
import { bodyOf, withoutLines } from '../code/statements.ts';
import { doing, endOf, replaced } from '../code/token.ts';
import { functionsOf } from '../code/units.ts';
import { callsIn } from './arity.ts';
import type { DamageRule } from './damage.ts';

/** The last statements are gone; what closes the body is there. */
export const tailLost: DamageRule = ({ edit, chance }) => {
  const body = bodyOf(edit.code, edit.unit.language);
  if (!body || body.statements.length < 3) return undefined;
  const first = body.statements[between(Math.max(1, body.statements.length - 3), body.statements.length - 1, chance)];
  return first && { code: withoutLines(edit.code, { from: first.from, to: body.to }) };
};

/** Statements in the middle are gone, two lines or more. */
export const middleLost: DamageRule = ({ edit, chance }) => {
  const body = bodyOf(edit.code, edit.unit.language);
  const inner = body?.statements.slice(1, -1) ?? [];
  const spans = inner.flatMap((one, at) => inner.slice(at, at + 3).map(other => ({ from: one.from, to: other.to })));
  const span = oneOf(
    spans.filter(({ from, to }) => to > from),
    chance,
  );
  return span && { code: withoutLines(edit.code, span) };
};

/** Of several functions one is gone. */
export const memberLost: DamageRule = ({ edit, chance }) => {
  const { language, names } = edit.unit;
  if (names.length < 2) return undefined;
  const text = inFrame(edit.code, language);
  const functions = functionsOf({ language, text }).map(({ from, to }) => ({ from: from - 1, to: to - 1 }));
  const lost = functions.length < 2 ? undefined : oneOf(functions, chance);
  return lost && { code: withoutLines(edit.code, lost).trim() === '' ? '' : withoutLines(edit.code, lost) };
};

/** Methods are read within a class only. */
const inFrame = (code: string, language: LanguageId): string =>
  language.includes('script') &&
  !/^(?:export |async |const |let |var |function|\w+\.)/m.test(
    code.split('\n').find(line => /^\S*\w/.test(line.trim()) && !/^\s*[/*]/.test(line)) ?? '',
  )
    ? `class Frame {\n${code}\n}`
    : `\n${code}`;

/** Every comment is gone. */
export const commentsLost: DamageRule = ({ edit, tokens }) => {
  const comments = tokens.filter(
    ({ kind, at, text }) => kind === 'comment' && isOnLines(edit.code, at, at + text.length),
  );
  const isOurs = (text: string) => !edit.unit.code.includes(text);
  const lost = comments.filter(({ text }) => !isOurs(text));
  if (lost.reduce((sum, { text }) => sum + text.split('\n').length, 0) < 2) return undefined;
  let { code } = edit;
  for (const { at, text } of lost.toReversed()) {
    const from = code.lastIndexOf('\n', at - 1) + 1;
    code = replaced(code, { at: from, to: Math.min(code.length, at + text.length + 1), by: '' });
  }
  return { code };
};

/** Nothing else stands in its lines. */
function isOnLines(code: string, from: number, to: number): boolean {
  const head = code.slice(code.lastIndexOf('\n', from - 1) + 1, from);
  return head.trim() === '' && /^(?:\n|$)/.test(code.slice(to, to + 1));
}

/** A parameter, or what makes a function public or asynchronous, is gone from the first head. */
export const signatureChanged: DamageRule = ({ edit, tokens, chance }) => {
  const words = doing(tokens);
  const at = words.findIndex(({ text }, index) => text === edit.unit.names[0]?.split('::').at(-1) && index < 40);
  const modifiers = words.slice(0, at).filter(({ text }) => /^(?:export|public|pub|async|protected)$/.test(text));
  const modifier = chance() < 0.4 ? oneOf(modifiers, chance) : undefined;
  if (modifier) {
    const to = endOf(modifier) + (/\s/.test(edit.code.charAt(endOf(modifier))) ? 1 : 0);
    return { code: replaced(edit.code, { at: modifier.at, to, by: '' }) };
  }
  const open = words[at + 1]?.text === '(' ? at : words.findIndex(({ text }, index) => index > at && text === '(') - 1;
  const head = callsIn(
    words.slice(Math.max(0, open)).map((token, index) => (index === 0 ? { ...token, kind: 'word' } : token)),
  )[0];
  const lastOne = head?.arguments.at(-1);
  if (!head || at < 0 || !lastOne || head.from > edit.code.indexOf('\n', words[at]?.at) + 300) return undefined;
  const before = head.arguments.length > 1 ? head.arguments.at(-2)?.at(-1) : undefined;
  const from = before ? endOf(before) : head.from;
  return { code: replaced(edit.code, { at: from, to: head.to, by: '' }) };
};
