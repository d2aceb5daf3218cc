// Over 200 lines with its comments: one class, whose turns only it may change.

import * as l10n from '@vscode/l10n';
import { verdictOf, type Thresholds } from '../../core/confidence/verdict.ts';
import { asFailure, Failure } from '../../core/model/failure.ts';
import type { AskOptions, AskRequest } from '../asking/askRequest.ts';
import type { TurnOptions } from './turnOptions.ts';
import { presentResult, type PresentParts } from './presentResult.ts';
import type { AskService, AskWatch } from '../asking/askService.ts';
import { hasResult, applyAsking, applyEvent, isWithoutModel, lastAnswerer, newTurn, type Turn } from './turn.ts';
import type { Asking } from '../../core/model/asking.ts';
import { joinContinuation } from './joinContinuation.ts';
import { noteStatus, withReplaced } from './noteStatus.ts';
import { withSigns } from './factsView.ts';
import { toldOf } from './remarks.ts';
import type { Note } from '../../core/model/note.ts';
import type { Sign } from '../../core/model/answer.ts';
import type { AnswerEvent } from '../../core/model/answerEvent.ts';

/** What a conversation needs of the world. */
export interface ConversationParts extends PresentParts {
  readonly askService: Pick<AskService, 'ask'>;
  readonly newId: () => string;
  readonly thresholds: () => Thresholds;
  /** A turn has begun. */
  readonly began: (conversation: Conversation) => void;
  /** A turn has ended; `forReview`: it waits for a person's decision. */
  readonly ended: (conversation: Conversation, turn: Turn, forReview: boolean) => void;
}

/** 'turns': draw anew. Otherwise more text of a turn that is being written. */
export type Change = 'turns' | { readonly turn: string; readonly text: string };

type TurnWatch = AskWatch & { readonly id: string };

/** Questions and answers about one place in the code, in order. Knows nothing of how they are shown. */
export class Conversation {
  readonly id: string;
  readonly #parts: ConversationParts;
  readonly #asked = new Map<string, AskRequest>();
  readonly #stops = new Map<string, AbortController>();
  /** Passes over the target that is being asked, by turn. */
  readonly #passOvers = new Map<string, () => void>();
  readonly #listeners = new Set<(change: Change) => void>();
  #turns: readonly Turn[] = [];

  constructor(parts: ConversationParts, id = parts.newId()) {
    this.#parts = parts;
    this.id = id;
  }

  get turns(): readonly Turn[] {
    return this.#turns;
  }

  get isWorking(): boolean {
    return this.#stops.size > 0;
  }

  askedIn(turn: string): AskRequest | undefined {
    return this.#asked.get(turn);
  }

  /** Takes up a turn that was kept. */
  restore(turn: Turn, asked: AskRequest): void {
    this.#asked.set(turn.id, asked);
    this.#turns = [...this.#turns, turn];
  }

  onDidChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Asks, and resolves when the turn has ended, however it ended. */
  async ask(asked: AskRequest, { title, choice, compared, ...options }: TurnOptions): Promise<Turn> {
    const id = this.#parts.newId();
    this.#asked.set(id, asked);
    const { form, presenter, task } = asked.assistance;
    const turn = newTurn({ id, title, form, presenter, task, status: l10n.t('Preparing…') });
    const linked = { ...(choice && { choice }), ...(compared && { comparedWith: compared.with }) };
    this.#turns = [...this.#turns, { ...turn, ...toldOf(asked), ...linked }];
    const stop = new AbortController();
    this.#stops.set(id, stop);
    this.#parts.began(this);
    this.#tell('turns');
    try {
      await this.#answer(asked, this.#watchOf(id, asked, stop.signal), options);
      if (compared) this.#change(id, { comparison: await compared.by(this.#turn(id)) });
    } catch (error) {
      this.#fail(id, asFailure(error));
      if (!(error instanceof Failure)) throw error; // a fault of ours: VS Code tells it as well
    } finally {
      this.#stops.delete(id);
      this.#tell('turns');
    }
    this.#end(id); // it is kept before its edit is shown: nobody knows how long that takes
    if (!compared || isUnusable(asked, this.#turn(id))) await this.#showUnlessDraft(id);
    return this.#turn(id);
  }

  /** Stops one turn, or everything under way. */
  stop(turn?: string): void {
    const stops = turn === undefined ? [...this.#stops.values()] : [this.#stops.get(turn)];
    for (const stop of stops) stop?.abort(new Failure('cancelled'));
  }

  /** Does not wait for the target that is being asked in a turn: the next one is asked. */
  passOver(turn: string): void {
    this.#passOvers.get(turn)?.();
  }

  /** Remembers that the answer that began in a turn has been continued so many times, in that turn and those after it. */
  markContinued(first: string, continuations: number): void {
    for (const { id } of this.#turns) {
      if (id === first || this.#asked.get(id)?.continues?.first === first) this.#change(id, { continuations });
    }
  }

  /** Something is known of a turn now: what else may be asked, that its text holds what looks like a secret (F143), a late fact. */
  learnt(turn: string, known: Partial<Pick<Turn, 'whole' | 'holdsSecret' | 'answer'>>): void {
    this.#change(turn, known);
    this.#tell('turns');
  }

  /** Remembers whether the question of a turn is kept for later, and whether another turn has answered it. */
  markQueued(turn: string, queued: boolean, isAnsweredLater = false): void {
    this.#change(turn, { queued, isAnsweredLater });
    this.#tell('turns');
  }

  /** Records what the user decided about a doubted answer; `shows`: what it holds is shown if it may be used. */
  async decide(turn: string, decision: NonNullable<Turn['decision']>, shows = true): Promise<void> {
    this.#change(turn, { decision });
    if (shows && (decision === 'used' || decision === 'approved')) await this.showEdit(turn);
    this.#tell('turns');
  }

  /** Shows what a turn's answer holds that may be used: an edit as a diff, names, a message; once more if need be. Says so when there is none. */
  async showEdit(id: string): Promise<void> {
    const turn = this.#turn(id);
    const asked = this.#asked.get(id);
    if (!asked || !hasResult(turn, this.#parts.thresholds())) return;
    const late = (signs: readonly Sign[]): void => this.learnt(id, withSigns(this.#turn(id), signs));
    this.#change(id, await presentResult(turn, asked, { ...this.#parts, late }));
    this.#tell('turns');
  }

  /** A draft that no model wrote was not asked for: it is shown when the user wants to see it. */
  async #showUnlessDraft(id: string): Promise<void> {
    if (!isWithoutModel(this.#turn(id))) await this.showEdit(id);
  }

  /** Prose is shown while it is written; code only when it is whole and judged. */
  #watchOf(id: string, { assistance }: AskRequest, signal: AbortSignal): TurnWatch {
    const onNote = (note: Note) => this.#note(id, note);
    const watch = {
      id,
      signal,
      onNote,
      onPassOver: (listener: () => void) => this.#offerNext(id, listener),
      onAsking: (asking: Asking) => this.#ask(id, asking),
    };
    if (assistance.form !== 'prose') return watch;
    return { ...watch, onEvent: event => this.#apply(id, event) };
  }

  #ask(id: string, asking: Asking): void {
    this.#change(id, applyAsking(this.#turn(id), asking, this.#parts.labelOf));
    this.#tell('turns');
  }

  #offerNext(id: string, passOver: () => void): () => void {
    this.#passOvers.set(id, passOver);
    this.#change(id, { hasNext: true });
    this.#tell('turns');
    return () => {
      if (this.#passOvers.get(id) !== passOver) return;
      this.#passOvers.delete(id);
      this.#change(id, { hasNext: false });
    };
  }

  async #answer(asked: AskRequest, watch: TurnWatch, options: AskOptions): Promise<void> {
    const answeredBefore = asked.context.turns.length > 0 ? lastAnswerer(this.#turns) : undefined;
    const further = { ...options, ...(answeredBefore !== undefined && { answeredBefore }) };
    const { answer, tookMs } = await this.#parts.askService.ask(asked, watch, further);
    this.#change(watch.id, {
      phase: 'done',
      status: answer.insteadOf ? l10n.t('No model answered') : l10n.t('Answered'),
      text: answer.text,
      answer,
      tookMs,
      ...joinContinuation(answer.text, asked.continues),
    });
  }

  #end(id: string): void {
    const turn = this.#turn(id);
    const verdict = turn.answer ? verdictOf(turn.answer.confidence, this.#parts.thresholds()) : 'pass';
    this.#parts.ended(this, turn, verdict === 'review');
  }

  #fail(id: string, failure: Failure): void {
    const cancelled = failure.kind === 'cancelled';
    const text = failure.details.partial ?? this.#turn(id).text;
    this.#change(id, {
      phase: cancelled ? 'cancelled' : 'failed',
      status: cancelled ? l10n.t('Stopped') : l10n.t('No answer'),
      text,
      ...(!cancelled && { failure }),
      ...(text !== '' && joinContinuation(text, this.#asked.get(id)?.continues)),
    });
  }

  #note(id: string, note: Note): void {
    const status = noteStatus(note, this.#parts.labelOf);
    const before = this.#turn(id);
    const after = withReplaced(before, note);
    this.#change(id, { ...after, notes: [...before.notes, note], ...(status !== undefined && { status }) });
    if (status !== undefined || after !== before) this.#tell('turns');
  }

  #apply(id: string, event: AnswerEvent): void {
    const before = this.#turn(id);
    const after = applyEvent(before, event, this.#parts.labelOf);
    if (after === before) return;
    this.#turns = this.#turns.map(turn => (turn.id === id ? after : turn));
    this.#tell(event.kind === 'text' && before.text !== '' ? { turn: id, text: event.text } : 'turns');
  }

  #turn(id: string): Turn {
    const found = this.#turns.find(turn => turn.id === id);
    if (!found) throw new Error(`no turn ${id} in this conversation`);
    return found;
  }

  #change(id: string, change: Partial<Turn>): void {
    this.#turns = this.#turns.map(turn => (turn.id === id ? { ...turn, ...change } : turn));
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}

/** Holds its answer nothing that its task could use? Then nothing is shown, and that is said. */
const isUnusable = ({ assistance, context }: AskRequest, { answer, text }: Turn): boolean =>
  answer !== undefined && assistance.read(text, context).kind === 'unusable';
