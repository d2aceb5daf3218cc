import { Failure } from '../../core/model/failure.ts';
import type { Target } from '../../core/model/target.ts';
import { estimateTokens } from '../../core/prompt/estimateTokens.ts';
import { estimatedTokens, tokensOfPrompt } from '../../core/prompt/tokens.ts';
import { Loop, LoopWatch } from './loopWatch.ts';
import { serverText } from '../errors/serverText.ts';
import { usageOf } from './usage.ts';
import type { Reported } from './usage.ts';
import type { Position } from './wireReader.ts';
import type { Answer } from '../../core/model/answer.ts';
import type { AnswerEvent } from '../../core/model/answerEvent.ts';
import type { Question } from '../../core/model/question.ts';

/** Most characters of an answer, and of the thinking before it (4 MiB). */
const maxTextLength = 4 * 1024 * 1024;

/** How a model ended; 'tool': it called a tool, though none was offered. */
export type Finish = Answer['finish'] | 'tool';

/** An answer in the making: what has been understood of it so far, whichever wire it comes over. */
export class AnswerBuilder {
  /** The model that the provider names; '' until it does. */
  model = '';
  #finish: Finish | undefined;
  #goneOn = false;
  #text = '';
  #refusal = '';
  #thinkingLength = 0;
  #reported: Reported = {};
  readonly #loop = new LoopWatch();
  readonly #emit: (event: AnswerEvent) => void;

  constructor(emit: (event: AnswerEvent) => void) {
    this.#emit = emit;
  }

  get text(): string {
    return this.#text;
  }

  /** How the model ended; undefined: it has not. */
  get finish(): Finish | undefined {
    return this.#finish;
  }

  /** Where the answer stands by its own marks. */
  get position(): Position {
    if (this.#finish === undefined) return 'open';
    return this.#goneOn ? 'closing-again' : 'closing';
  }

  /** The model has ended so; the last word counts. undefined: it does not say. */
  end(finish: Finish | undefined): void {
    this.#finish = finish ?? this.#finish;
  }

  /** Throws Loop when the answer has begun to say the same line for ever. */
  addText(piece: string): void {
    if (piece === '') return;
    this.#goOn();
    this.#text += piece;
    this.#refuseBeyond(this.#text.length);
    this.#emit({ kind: 'text', text: piece });
    if (this.#loop.runsOn(piece)) throw new Loop();
  }

  /** Reasoning is progress, and paid for, but it is not answer text. */
  addThinking(piece: string): void {
    this.#goOn();
    this.#thinkingLength += piece.length;
    this.#refuseBeyond(this.#thinkingLength);
    this.#emit({ kind: 'thinking' });
  }

  /** What the provider says instead of an answer. */
  addRefusal(piece: string): void {
    if (piece === '') return;
    this.#refusal += piece;
    this.#refuseBeyond(this.#refusal.length);
    this.#emit({ kind: 'text', text: piece });
  }

  /** Takes token counts; a later count of a field replaces the one before. */
  report(reported: Reported): void {
    this.#reported = { ...this.#reported, ...reported };
  }

  /** The finished answer. Throws Failure('empty') when there is none. */
  answer(target: Target, question: Question, requestId: string | undefined): Answer {
    if (this.#finish === 'tool') throw new Failure('empty', { code: 'tool-call' });
    const refused = this.#finish === 'refused' || this.#refusal !== '';
    const finish = refused ? 'refused' : (this.#finish ?? 'stop');
    if (!refused && this.#text.trim() === '') throw this.#nothing(finish);
    const text = this.#refusal || this.#text;
    return {
      text,
      from: target.id,
      model: serverText(this.model) ?? target.model,
      usage: usageOf(this.#reported, {
        input: () => tokensOfPrompt(question.request),
        output: () => estimateTokens(text) + estimatedTokens(this.#thinkingLength),
      }),
      freshness: 'live',
      ageMs: 0,
      finish,
      degraded: [],
      ...(requestId === undefined ? {} : { requestId }),
    };
  }

  /** Whoever writes on after an end has not ended. */
  #goOn(): void {
    if (this.#finish === undefined) return;
    this.#finish = undefined;
    this.#goneOn = true;
  }

  /** Nothing was written; where thinking took all that was allowed, more room may help. */
  #nothing(finish: Finish): Failure {
    return new Failure('empty', finish === 'length' ? { code: 'no-room' } : {});
  }

  #refuseBeyond(length: number): void {
    if (length > maxTextLength) throw new Failure('too-large', { code: 'text', facts: { limit: maxTextLength } });
  }
}
