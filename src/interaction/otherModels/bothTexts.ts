import type { AskRequest } from '../asking/askRequest.ts';
import { readableAnswer } from '../conversation/readableAnswer.ts';
import type { Turn } from '../conversation/turn.ts';
import { plainLabel } from '../text/cleanText.ts';
import type { ComparedTurns } from './compareTurns.ts';

/** Two answers to be shown beside each other. */
export interface BothTexts {
  readonly title: string;
  readonly first: NamedText;
  readonly second: NamedText;
}

interface NamedText {
  /** Who gave it. */
  readonly name: string;
  readonly text: string;
}

/** The code that each answer proposes, or the answer as it is read. */
export function bothTexts({ first, second, asked }: ComparedTurns, labelOf: (target: string) => string): BothTexts {
  const named = (turn: Turn): NamedText => ({
    name: plainLabel(labelOf(turn.answer?.from ?? '')),
    text: textOf(turn, asked),
  });
  return { title: second.title, first: named(first), second: named(second) };
}

function textOf(turn: Turn, { assistance, context }: AskRequest): string {
  const outcome = assistance.read(turn.text, context);
  return outcome.kind === 'replacement' ? outcome.code : readableAnswer(turn);
}
