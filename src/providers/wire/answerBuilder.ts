// Over 200 lines with its comments: one state machine, from the first event of an answer to its end.
import { Failure } from '../../core/model/failure.ts';
import type { Target } from '../../core/model/target.ts';
import type { LearntFacts } from '../../core/model/learntFacts.ts';
import { meantIn, withoutThoughts, type IsMeant } from '../../core/thoughts/thoughts.ts';
import { estimateTokens } from '../../core/prompt/estimateTokens.ts';
import { estimatedTokens, tokensOfPrompt } from '../../core/prompt/tokens.ts';
import { AnsweringCall, wholeInput } from './answeringCall.ts';
import { callInText } from './callInText.ts';
import { JoinedText } from './joinedText.ts';
import { LoopWatch, Overlong } from './loopWatch.ts';
import { ShownText } from './shownText.ts';
import { expectsUnopened, learnUnopened } from './unopenedThoughts.ts';
import { serverText } from '../errors/serverText.ts';
import { mostTokens, usageOf } from './usage.ts';
import type { Reported } from './usage.ts';
import type { Position } from './wireReader.ts';
import type { Answer } from '../../core/model/answer.ts';
import type { AnswerEvent } from '../../core/model/answerEvent.ts';
import type { Question } from '../../core/model/question.ts';

/** Most characters of an answer, and of the thinking before it (4 MiB). */
const maxTextLength = 4 * 1024 * 1024;
/** A token is about 4 characters; with four times as many an answer was not held to its length. */
const charsPerToken = 16;
/** Short answers may have long tokens, such as indentation. */
const leastLength = 4 * 1024;

/** A text that begins with so many characters of what came is the whole of it, and no next piece. */
const leastBeginning = 8;

/** How a model ended; 'tool': it called a tool, though none was offered. */
export type Finish = Answer['finish'] | 'tool';

/** How it was asked. */
export interface Asked {
  /** The key that was sent, which the server's own words may repeat. */
  readonly key?: string | undefined;
  readonly requestId?: string | undefined;
}

/** What is known before an answer begins. */
export interface DraftContext {
  /** What it answers; lines of its code that are equal may be repeated, and marks of thoughts that it names are text. */
  readonly question?: Question;
  /** What the answers before it have taught, and what this one teaches. */
  readonly facts?: LearntFacts;
}

/** An answer in the making: what has been understood of it so far, whichever wire it comes over. */
export class AnswerBuilder {
  /** The model that the provider names; '' until it does. */
  model = '';
  #finish: Finish | undefined;
  #goneOn = false;
  #hasCalledTool = false;
  readonly #joined = new JoinedText();
  readonly #call: AnsweringCall;
  readonly #shown: ShownText;
  readonly #isMeant: IsMeant;
  readonly #facts: LearntFacts | undefined;
  #refusal = '';
  #length = 0;
  #thinkingLength = 0;
  #reported: Reported = {};
  readonly #loop: LoopWatch;
  readonly #emit: (event: AnswerEvent) => void;
  readonly #longest: number;

  /** `maxTokens`: what the answer may have. A server that goes on after many times as much is cut off. */
  constructor(emit: (event: AnswerEvent) => void, maxTokens: number, { question, facts }: DraftContext = {}) {
    this.#emit = emit;
    this.#loop = new LoopWatch(question?.purpose?.expects.code);
    this.#call = new AnsweringCall(question?.purpose?.expects.json?.schema?.name);
    this.#isMeant = meantIn(question?.request.parts.map(part => part.text) ?? []);
    this.#shown = new ShownText(this.#isMeant, expectsUnopened(facts));
    this.#facts = facts;
    this.#longest = Math.min(maxTextLength, Math.max(leastLength, maxTokens * charsPerToken));
  }

  get text(): string {
    return this.#call.input ?? this.#joined.text;
  }

  /** What has been written of the answer itself; '' while the model still thinks. */
  get partial(): string {
    if (this.#call.input !== undefined) return this.#call.input;
    return this.#shown.isHeldBack ? '' : withoutThoughts(this.#joined.text, this.#isMeant);
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

  /** Throws Overlong when the answer has begun to say the same line for ever, or is much longer than it may be. */
  addText(whole: string): void {
    if (whole === '') return;
    this.#goOn();
    const added = this.#joined.add(whole);
    const piece = startOf(added, this.#longest - this.#length);
    this.#length += piece.length;
    const { text, hasThoughts } = this.#shown.take(piece);
    if (hasThoughts) this.#emit({ kind: 'thinking' });
    if (text !== '') this.#emit({ kind: 'text', text });
    if (this.#loop.runsOn(piece) || piece.length < added.length) throw new Overlong();
  }

  /** Takes a message, which may be all of the text, where a beginning of it has come in pieces. */
  addWhole(text: string): void {
    const { text: before } = this.#joined;
    const isAll = before.length >= leastBeginning && text.startsWith(before);
    this.addText(isAll ? text.slice(before.length) : text);
  }

  /** The model has called a tool: the one whose input is the answer, or one that was not offered, so there is nobody to answer it. */
  addToolCall(name = '', input?: unknown): void {
    if (this.#call.begin(name)) this.addToolInput(wholeInput(input));
    else this.#hasCalledTool ||= !this.#call.isAnswering(name);
  }

  /** A piece of what the tool is called with. Throws Overlong when it is much longer than it may be. */
  addToolInput(whole: string): void {
    if (whole === '' || !this.#call.isOpen) return;
    this.#goOn();
    const piece = startOf(whole, this.#longest - this.#length);
    this.#length += piece.length;
    this.#call.add(piece);
    this.#emit({ kind: 'text', text: piece });
    if (this.#loop.runsOn(piece) || piece.length < whole.length) throw new Overlong();
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
  answer(target: Target, question: Question, { key, requestId }: Asked = {}): Answer {
    const written = startOf(this.#joined.text, this.#longest);
    const said = this.#call.input ?? withoutThoughts(written, this.#isMeant);
    if (this.#isCall(said)) throw new Failure('empty', { code: 'tool-call' });
    const refused = this.#finish === 'refused' || this.#refusal !== '';
    const finish = refused ? 'refused' : this.#finish === 'length' ? 'length' : 'stop';
    if (!refused && said.trim() === '') throw this.#nothing(finish);
    learnUnopened(this.#facts, written, this.#isMeant);
    if (this.#shown.isHeldBack && this.#call.input === undefined && said !== '')
      this.#emit({ kind: 'text', text: said });
    const text = this.#refusal || said;
    const besideLength = written.length - (this.#call.input === undefined ? said.length : 0);
    return {
      text,
      from: target.id,
      model: serverText(this.model, key) ?? target.model,
      usage: usageOf(
        this.#reported,
        {
          input: () => tokensOfPrompt(question.request),
          output: () => estimateTokens(text) + estimatedTokens(this.#thinkingLength + besideLength),
        },
        mostTokens(target, question),
      ),
      freshness: 'live',
      ageMs: 0,
      finish,
      degraded: [],
      ...(requestId === undefined ? {} : { requestId }),
    };
  }

  /** Has the model called a tool, by the protocol or in words, and said nothing? */
  #isCall(said: string): boolean {
    if (this.#call.input !== undefined) return false;
    const mark = callInText(said);
    if (mark !== undefined && !this.#isMeant(mark)) return true;
    return this.#finish === 'tool' && (this.#hasCalledTool || said.trim() === '');
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

/** At most so many characters of a text, and no half of one. */
function startOf(text: string, length: number): string {
  if (text.length <= length) return text;
  const isHalf = (text.charCodeAt(length - 1) & 0xfc00) === 0xd800;
  return text.slice(0, isHalf ? length - 1 : length);
}
