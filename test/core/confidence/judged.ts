import { assess, type AssessParts, type Judged } from '../../../src/core/confidence/assess.ts';
import type { Parse } from '../../../src/core/confidence/reading/parse.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import type { Confidence } from '../../../src/core/model/answer.ts';

/** A parser that knows no language. */
export const answersNothing: Parse = () => Promise.resolve({ verdict: 'unknown' });

/** How an assessment is made that is given all the time it takes. */
export const atLeisure = (parse: Parse = answersNothing): AssessParts => ({
  parse,
  clock: new VirtualClock(),
  limitMs: 1_000,
  signal: new AbortController().signal,
});

/** Judges one answer to an edit of TypeScript; what is not given is harmless. */
export function judge(
  text: string,
  more: Partial<Judged['expects']> & Partial<Judged> = {},
  parse = answersNothing,
): Promise<Confidence> {
  const {
    form = 'code',
    language = 'typescript',
    code = 'let a = 1;\n',
    instruction = '',
    finish = 'stop',
    around,
    about,
    known,
    sent,
    told,
  } = more;
  return assess(
    {
      expects: { form, language, code, ...(around && { around }), ...(known && { known }), ...(about && { about }) },
      instruction,
      text,
      finish,
      ...(sent && { sent }),
      ...(told && { told }),
    },
    atLeisure(parse),
  );
}

/** The signs against an answer, as 'weight code'. */
export const against = ({ signs }: Confidence): readonly string[] =>
  signs.filter(sign => sign.weight !== 'good').map(sign => `${sign.weight} ${sign.code}`);
