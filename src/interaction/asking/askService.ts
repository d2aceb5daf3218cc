import { createQuestion } from '../../assist/createQuestion.ts';
import type { Facts } from '../../assist/facts.ts';
import type { Context, Gathering } from '../../assist/assistance.ts';
import { tokensOfPrompt } from '../../core/prompt/tokens.ts';
import { SteadyTexts } from '../../assist/prompt/steadyTexts.ts';
import { selectedOnly } from '../../assist/selectedOnly.ts';
import type { Client } from '../../core/client.ts';
import type { TargetPreview } from '../../core/previewsOf.ts';
import type { Answer } from '../../core/model/answer.ts';
import type { AnswerEvent } from '../../core/model/answerEvent.ts';
import type { Clock } from '../../core/model/clock.ts';
import { Failure } from '../../core/model/failure.ts';
import type { Note } from '../../core/model/note.ts';
import type { Question, RoutedQuestion } from '../../core/model/question.ts';
import type { Target } from '../../core/model/target.ts';
import type { Instruction, Instructions } from '../../assist/instructions/instruction.ts';
import { withoutModel } from './withoutModel.ts';
import type { AskOptions, AskRequest } from './askRequest.ts';
import { expectations, type ExpectedAsk } from './expectations.ts';
import { firstOf, inParts, requestsOf, samplesOf } from './inParts.ts';
import { withinBudget, type OverBudgetPolicy } from './withinBudget.ts';

/** What asking in a person's name needs of the world. Functions are looked up at each question. */
export interface AskServiceParts {
  readonly clock: Clock;
  readonly newId: () => string;
  /** The client of now: another one after settings or keys have changed. */
  readonly client: () => Pick<Client, 'targets' | 'ask' | 'preview'>;
  /** Workspace and trust, as an opaque string: answers are remembered within it only. */
  readonly scope: () => string;
  /** Is the workspace trusted? undefined: there is none. In one that is not, only the code that was asked about is sent. */
  readonly isTrusted?: () => boolean;
  /** How long such a question may take, ms. */
  readonly totalMs: (question: RoutedQuestion) => number;
  /** Most input tokens the user wants sent with a question about this code; undefined: as many as the target takes. */
  readonly maxInputTokens?: (request: AskRequest) => number;
  /** Looks for somebody to ask, when nobody is set up. */
  readonly findTargets: (signal: AbortSignal) => Promise<void>;
  /** Asks the user, where that is due, whether to send to these targets. */
  readonly confirm: (targets: readonly Target[]) => Promise<boolean>;
  readonly overBudgetPolicy: OverBudgetPolicy;
  /** What the owner of the workspace wants models to know about such a question; undefined: nothing. */
  readonly instructions?: (request: AskRequest) => Promise<Instructions>;
  /** What is known about the code without a model; undefined: nothing is answered offline. */
  readonly facts?: (request: AskRequest) => Promise<Facts>;
}

/** How a caller follows its question, and how it ends it. */
export interface AskWatch {
  /** Names the question in every record of it. Default: a new one. */
  readonly id?: string;
  /** Ends the question; its reason is a Failure. */
  readonly signal: AbortSignal;
  /** Every decision that is made on the way, with its reason. */
  readonly onNote?: (note: Note) => void;
  /** Takes whoever can pass over the target that is being asked; see `Question`. */
  readonly onPassOver?: NonNullable<Question['onPassOver']>;
  /** Who is being asked, at the beginning of each attempt. */
  readonly onAsking?: NonNullable<Question['onAsking']>;
  /** The answer being written. */
  readonly onEvent?: (event: AnswerEvent) => void;
}

/** An answer, and how long it took from when the user agreed to who is asked, ms. */
export interface TimedAnswer {
  readonly answer: Answer;
  readonly tookMs: number;
}

/**
 * The one way in: whoever asks in a person's name asks here, whether a panel, a command or the terminal, and so finds
 * targets, asks for consent and keeps to the budget like everybody else. What is counted and shown of a question is learnt
 * by the client's observers.
 */
export class AskService {
  readonly #parts: AskServiceParts;
  readonly #steadyTexts = new SteadyTexts();

  constructor(parts: AskServiceParts) {
    this.#parts = parts;
  }

  /** Asks; rejects with a Failure when there is no answer, also when the user does not want anybody asked. */
  async ask(request: AskRequest, watch: AskWatch, options: AskOptions = {}): Promise<TimedAnswer> {
    const { clock, client, findTargets, confirm, overBudgetPolicy } = this.#parts;
    if (this.#isRestricted && beyondSelection.has(request.assistance.gather.from))
      throw new Failure('not-confirmed', { sent: 'no' }); // kept by a window that was trusted
    const reading = this.#parts.instructions?.(request);
    if (client().targets.length === 0) await findTargets(watch.signal);
    const wanted = client().targets.filter(({ id }) => options.only?.includes(id) ?? true);
    if (!(await confirm(wanted))) throw new Failure('not-confirmed', { sent: 'no' });
    const instructions = reading && (await reading);
    if (instructions) tell(instructions, watch);
    const startedAt = clock.now();
    const steadied = this.#steadied(request);
    this.#steadyTexts.note(request.context, startedAt);
    const given = { ...options, ...(instructions && { instructions: instructions.used }) };
    const parts = this.#partsOf(steadied, watch, given);
    const askOnce = (overBudget: boolean | undefined): Promise<Answer> => {
      const how = { ...given, ...(overBudget !== undefined && { overBudget }) };
      const ask = (asked: AskRequest, at: number): Promise<Answer> =>
        client().ask(this.#timed(this.#questionOf(asked, ofPart(watch, at), { ...how, whole: steadied })));
      return inParts({ request: steadied, parts, ask });
    };
    const answer = await withinBudget(askOnce, options, overBudgetPolicy);
    return { answer, tookMs: clock.now() - startedAt };
  }

  /** What each target would be sent, of several requests first. As nothing is sent, nobody is looked for and the user has nothing to agree to. */
  async preview(request: AskRequest): Promise<readonly TargetPreview[]> {
    const { instructions, ...divided } = await this.#divided(request);
    return this.#parts.client().preview(this.#questionOf(firstOf(divided), unwatched(), { instructions }));
  }

  /** What each target would likely cost and take for it, in the order in which they would be asked. Nothing is sent. */
  async expect(request: AskRequest): Promise<readonly ExpectedAsk[]> {
    const { instructions, ...divided } = await this.#divided(request);
    const times = requestsOf(divided);
    const questions = samplesOf(divided).map(each => this.#questionOf(each, unwatched(), { instructions }));
    const client = this.#parts.client();
    const known = expectations(await Promise.all(questions.map(each => client.preview(each, { times }))), times);
    if (!this.#parts.overBudgetPolicy.hasLeave()) return known;
    return known.map(({ overBudget: _, ...each }) => each);
  }

  /** How many requests it takes: more than one only where it is too much for one. */
  async requests(request: AskRequest): Promise<number> {
    return requestsOf(await this.#divided(request));
  }

  /** As it would be asked now. */
  async #divided(request: AskRequest) {
    const instructions = (await this.#parts.instructions?.(request))?.used ?? [];
    const steadied = this.#steadied(request);
    return { instructions, request: steadied, parts: this.#partsOf(steadied, unwatched(), { instructions }) };
  }

  /** What it is asked in: more than one request only where it is too much for one. */
  #partsOf(request: AskRequest, watch: AskWatch, options: QuestionOptions): readonly Context[] {
    const { assistance, context } = request;
    const limit = (this.#parts.maxInputTokens?.(request) ?? Infinity) * partShare;
    const fits = (part: Context): boolean =>
      tokensOfPrompt(this.#questionOf({ ...request, context: part }, watch, options).request) <= limit;
    return assistance.division?.parts(context, fits) ?? [context];
  }

  /** With the text of its file as its providers remember it. */
  #steadied(request: AskRequest): AskRequest {
    return { ...request, context: this.#steadyTexts.steadied(request.context, this.#parts.clock.now()) };
  }

  get #isRestricted(): boolean {
    return this.#parts.isTrusted?.() === false;
  }

  #questionOf(request: AskRequest, watch: AskWatch, { whole = request, ...options }: QuestionOptions): Question {
    const { clock, newId, scope, maxInputTokens, facts } = this.#parts;
    const { assistance } = request;
    const context = this.#isRestricted ? selectedOnly(request.context) : request.context;
    const { id = newId(), signal, onNote = () => undefined, onPassOver, onAsking, onEvent } = watch;
    return createQuestion(assistance, context, {
      clock,
      id,
      signal,
      scope: scope(),
      totalMs: 0, // until it is asked
      notes: onNote,
      ...(maxInputTokens && { maxInputTokens: maxInputTokens(request) }),
      ...(facts && { offline: () => withoutModel(whole, facts) }),
      ...(onPassOver && { onPassOver }),
      ...(onAsking && { onAsking }),
      ...(onEvent && { onEvent }),
      ...options,
    });
  }

  /** Its time begins now. How much it has follows from who is asked first, and that from the question. */
  #timed(question: Question): Question {
    const { clock, totalMs } = this.#parts;
    return { ...question, until: clock.now() + totalMs(question) };
  }
}

/** Nobody follows a question that is not asked. */
const unwatched = (): AskWatch => ({ signal: new AbortController().signal });

/** Of what may be sent: tokens are estimated, and a model may count more. */
const partShare = 0.9;

/** Each request has a name of its own. */
const ofPart = (watch: AskWatch, at: number): AskWatch =>
  at === 0 || watch.id === undefined ? watch : { ...watch, id: `${watch.id}-${at + 1}` };

/** What is asked about is no code that was selected. */
const beyondSelection: ReadonlySet<Gathering['from']> = new Set(['changes', 'commit', 'files']);

type QuestionOptions = AskOptions & {
  readonly instructions?: readonly Instruction[];
  /** Of what this is a part. Default: it is all. */
  readonly whole?: AskRequest;
};

/** Says which instructions go along, and which do not. */
function tell({ used, unused }: Instructions, { onNote }: AskWatch): void {
  if (used.length + unused.length === 0) return;
  const cut = used.filter(({ isCut }) => isCut).map(({ file }) => file);
  onNote?.({ kind: 'instructions', used: used.map(({ file }) => file), cut, unused });
}
