import { answerCode, type Assessor, type Material } from '../evidence/assessor.ts';
import { isOverlong } from '../evidence/filledLines.ts';
import { codeTokens, type CodeToken } from '../reading/codeTokens.ts';
import { isProse } from '../reading/languages.ts';
import { comparedBy } from '../reading/lexicons.ts';
import type { Sign } from '../../model/answer.ts';
import type { Steps } from '../../shared/steps.ts';
import { askedClass, type AskedClass } from './askedClass.ts';

/**
 * Who asks for comments, a layout, a name, logging or types expects that nothing else changes: where it did, that is told with its
 * line in the answer. A fact and no doubt: of real commits with such a subject every second one changes more.
 */
export const beyondAsked: Assessor = function* (material: Material): Steps<readonly Sign[]> {
  const asked = askedClass(material.instruction);
  const code = answerCode(material);
  const { code: before, language } = material.expects;
  const lexicon = comparedBy(language);
  if (!asked || code === undefined || !lexicon || isProse(language)) return [];
  if (isOverlong(before) || isOverlong(code)) return []; // what is compared elsewhere says so
  const own = comparable(yield* codeTokens(before, lexicon), asked);
  const written = comparable(yield* codeTokens(code, lexicon), asked);
  const line = differs[asked](own, written);
  return line === undefined ? [] : [{ code: 'beyond-asked', weight: 'fact', facts: { asked, line } }];
};

/** On which line of what is written something differs that should not; undefined: nowhere. */
type Differs = (own: readonly CodeToken[], written: readonly CodeToken[]) => number | undefined;

const same: Differs = (own, written) => {
  const at = written.findIndex(({ text }, index) => text !== own[index]?.text);
  if (at >= 0) return written[at]?.line;
  return own.length > written.length ? (written.at(-1)?.line ?? 1) : undefined;
};

/** All that was there is there in the same order; something may stand between. */
const kept: Differs = (own, written) => {
  let at = 0;
  let line = 1;
  for (const token of written) {
    if (token.text !== own[at]?.text) continue;
    at += 1;
    line = token.line;
  }
  return at < own.length ? line : undefined;
};

/** One name stands for another everywhere, also where a short form is written out: `{ a }` as `{ a: b }`. */
const renamed: Differs = (own, written) => {
  const names = new Map<string, string>();
  let at = 0;
  for (const [index, token] of own.entries()) {
    const length = hasShortForm(own, index) && hasLongForm(written, at, token.text) ? 3 : 1;
    const now = written[at + length - 1];
    if (!now) return written.at(-1)?.line ?? 1;
    const name = names.get(token.text);
    if (now.text !== (name ?? token.text)) {
      if (token.kind !== 'word' || now.kind !== 'word' || name !== undefined || names.size === mostRenamed)
        return now.line;
      names.set(token.text, now.text);
    }
    at += length;
  }
  return written[at]?.line;
};

const hasShortForm = (tokens: readonly CodeToken[], at: number): boolean => tokens[at + 1]?.text !== ':';
const hasLongForm = (tokens: readonly CodeToken[], at: number, name: string): boolean =>
  tokens[at]?.text === name && tokens[at + 1]?.text === ':' && tokens[at + 2]?.kind === 'word';

/** "Rename price" may mean its forms, too: prices, setPrice. */
const mostRenamed = 4;

const differs: Readonly<Record<AskedClass, Differs>> = {
  ...{ comments: same, layout: same, names: renamed },
  ...{ logging: kept, types: kept },
};

/** What of a code must stay: a comment never, and with another layout no sign that formatters add and take away. */
function comparable(tokens: readonly CodeToken[], asked: AskedClass): readonly CodeToken[] {
  const code = tokens.filter(({ kind, text }) => kind !== 'comment' && !isDocstring.test(text));
  if (asked === 'names') return code.filter(({ kind }) => kind !== 'text');
  if (asked !== 'layout') return code;
  return code
    .filter(({ text }) => !/^[,;()]$/.test(text))
    .map(token => (token.kind === 'text' ? { ...token, text: token.text.replace(/^['"]|['"]$/g, '') } : token));
}

const isDocstring = /^[rbu]{0,2}(?:"""|''')/i;
