import type { Question } from '../model/question.ts';

/** A question, and whether text of its answer was shown: after that nobody else may be asked unseen. */
export interface WatchedText {
  readonly question: Question;
  readonly isShown: () => boolean;
}

/** Watches what a question's asker gets to see; blanks are nothing to see, and data is shown when it is whole (`structured`). */
export function watchText(question: Question): WatchedText {
  const { onEvent, purpose } = question;
  if (!onEvent || purpose?.expects.json) return { question, isShown: () => false };
  let shown = false;
  return {
    question: {
      ...question,
      onEvent: event => {
        if (event.kind === 'text' && event.text.trim() !== '') shown = true;
        onEvent(event);
      },
    },
    isShown: () => shown,
  };
}
