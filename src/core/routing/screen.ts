import type { AnswerEvent } from '../model/answerEvent.ts';
import type { Failure } from '../model/failure.ts';
import type { Question } from '../model/question.ts';
import type { Target } from '../model/target.ts';

/** Remembers what the user has seen of the answer, so that a change of target is never silent. */
export class Screen {
  readonly question: Question;
  readonly #onEvent: ((event: AnswerEvent) => void) | undefined;
  #shown = '';

  constructor(question: Question) {
    this.#onEvent = question.onEvent;
    this.question = question.onEvent ? { ...question, onEvent: event => this.#show(event) } : question;
  }

  restart(failure: Failure, next: Target): void {
    if (this.#shown.trim() === '') return;
    this.#shown = '';
    this.#onEvent?.({ kind: 'restart', because: failure, next: next.label });
  }

  explain(failure: Failure): Failure {
    return this.#shown.trim() === '' ? failure : failure.with({ partial: this.#shown });
  }

  #show(event: AnswerEvent): void {
    if (event.kind === 'text') this.#shown += event.text;
    this.#onEvent?.(event);
  }
}
