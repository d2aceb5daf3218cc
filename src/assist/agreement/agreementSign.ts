import { readReply } from '../../core/confidence/reading/blocks.ts';
import { readCode } from '../../core/confidence/reading/reading.ts';
import type { Answer, Sign } from '../../core/model/answer.ts';
import type { Expectation } from '../../core/model/purpose.ts';
import { codeAgreement } from './codeAgreement.ts';

/** Two answers of different models to one question. */
export interface TwoAnswers {
  /** The one that is given. */
  readonly kept: Answer;
  readonly other: Answer;
}

/**
 * Whether another model wrote the same code, as a sign of the answer that is given: it agrees but for comments, layout and names of its own,
 * or it differs in so many lines. That they agree does not make them right, so it decides nothing. undefined: there is nothing to
 * compare, as in texts, whose words may be the same and say the opposite.
 */
export function agreementSign(expects: Expectation, { kept, other }: TwoAnswers): Sign | undefined {
  if (expects.form !== 'code' || expects.isInBlocks === true) return undefined;
  const [one, second] = [kept, other].map(({ text, finish }) =>
    finish === 'refused' ? undefined : codeIn(text, expects),
  );
  if (one === undefined || second === undefined) return undefined;
  const { code: original, language } = expects;
  const { relation, differing, lines } = codeAgreement({ one, other: second, original, language });
  const facts = { model: other.model };
  return relation === 'differ'
    ? { code: 'disagrees', weight: 'fact', facts: { ...facts, differing, lines } }
    : { code: 'agrees', weight: 'good', facts };
}

function codeIn(text: string, expects: Expectation): string | undefined {
  const reading = readCode(text, expects, readReply(text, expects.code));
  return reading.is === 'code' ? reading.code : undefined;
}
