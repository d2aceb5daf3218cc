import { committedShare } from '../../assist/commit/committedShare.ts';
import type { Clock } from '../../core/model/clock.ts';
import type { AnswerOrigin, LearnedOutcome } from '../../core/routing/learned/learnedOutcome.ts';

/** A commit, as far as it says what became of a message. */
export interface JudgedCommit {
  readonly hash: string;
  readonly message: string;
  readonly parents: readonly string[];
  /** Wall-clock ms; undefined: not known. */
  readonly at: number | undefined;
}

/** A repository into whose box messages are written. */
export interface FollowedRepository {
  /** Its address. */
  readonly root: string;
  /** The commit that it stands at; undefined: it has none yet, or that cannot be read. */
  readonly head: () => Promise<JudgedCommit | undefined>;
  /** Calls back when it may stand at another one. The returned function ends that. */
  readonly onDidChange: (listener: () => void) => () => void;
}

/** A message that was written into the box of a repository. */
export interface WrittenMessage {
  readonly repository: FollowedRepository;
  /** Id of the question whose answer it is. */
  readonly question: string;
  readonly message: string;
  /** What the user had typed there before. */
  readonly typed: string;
}

/** What judging messages needs of the world. */
export interface MessageJudgeParts {
  readonly originOf: (question: string) => AnswerOrigin | undefined;
  readonly learn: (id: string, outcome: LearnedOutcome) => void;
  readonly clock: Pick<Clock, 'wall' | 'after'>;
}

/** Of a commit that comes later nobody knows whether it has to do with the message, ms. */
export const committedWithinMs = 60 * 60_000;
/** Who commits so much of it has kept it. */
const keptShare = 0.5;

interface FollowedMessage extends WrittenMessage {
  readonly origin: AnswerOrigin;
  /** Wall-clock ms. */
  readonly at: number;
}

interface Followed {
  readonly repository: FollowedRepository;
  readonly messages: FollowedMessage[];
  head: JudgedCommit | undefined;
  /** One look after the other. */
  work: Promise<void>;
  readonly end: () => void;
}

/**
 * Learns from the next commit what became of the messages that were written for it: kept, or emptied and replaced. Nothing is learnt where
 * none is made within an hour, or the window is closed before. Messages stay in the memory of the window, and go with it.
 */
export class MessageJudge {
  readonly #parts: MessageJudgeParts;
  /** By root. */
  readonly #followed = new Map<string, Followed>();

  constructor(parts: MessageJudgeParts) {
    this.#parts = parts;
  }

  /** Follows a message from now on; one of which is not known whose answer it is says nothing. */
  written(message: WrittenMessage): Promise<void> {
    const origin = this.#parts.originOf(message.question);
    if (!origin) return Promise.resolve();
    return this.#follow({ ...message, origin, at: this.#parts.clock.wall() });
  }

  dispose(): void {
    for (const root of [...this.#followed.keys()]) this.#end(root);
  }

  #follow(message: FollowedMessage): Promise<void> {
    const followed = this.#followed.get(message.repository.root) ?? this.#begin(message.repository);
    followed.messages.push(message);
    return followed.work;
  }

  #begin(repository: FollowedRepository): Followed {
    const { root } = repository;
    const stops = [repository.onDidChange(() => void this.#look(root))];
    const followed: Followed = {
      ...{ repository, messages: [], head: undefined, work: Promise.resolve() },
      end: () => stops.forEach(stop => stop()),
    };
    followed.work = repository.head().then(head => void (followed.head = head));
    stops.push(this.#parts.clock.after(committedWithinMs, () => this.#drop(root)));
    this.#followed.set(root, followed);
    return followed;
  }

  #look(root: string): Promise<void> {
    const followed = this.#followed.get(root);
    if (!followed) return Promise.resolve();
    followed.work = followed.work.then(async () => {
      const commit = await followed.repository.head();
      if (!commit || commit.hash === followed.head?.hash || this.#followed.get(root) !== followed) return;
      const isNext = isMadeOn(commit, followed.head);
      followed.head = commit;
      if (isNext) this.#judge(followed, commit);
    });
    return followed.work;
  }

  #judge({ repository, messages }: Followed, commit: JudgedCommit): void {
    const telling = messages.filter(({ at }) => this.#isRecent(at) && isAfter(commit, at));
    if (telling.length === 0) return; // it was made elsewhere, and has just come here
    for (const { question, message, typed, origin } of telling)
      this.#parts.learn(question, { ...origin, kept: committedShare(message, commit.message, typed) >= keptShare });
    this.#end(repository.root);
  }

  readonly #isRecent = (at: number): boolean => this.#parts.clock.wall() - at < committedWithinMs;

  /** Those that were written since are followed on. */
  #drop(root: string): void {
    const followed = this.#followed.get(root);
    this.#end(root);
    for (const message of followed?.messages ?? []) if (this.#isRecent(message.at)) void this.#follow(message);
  }

  #end(root: string): void {
    this.#followed.get(root)?.end();
    this.#followed.delete(root);
  }
}

/** Does it follow upon the one before, or replace it (amended)? One that merges says nothing, nor does a change of branch. */
function isMadeOn({ parents }: JudgedCommit, before: JudgedCommit | undefined): boolean {
  if (parents.length > 1) return false;
  if (!before) return parents.length === 0;
  return parents[0] === before.hash || (before.parents.length === 1 && parents[0] === before.parents[0]);
}

/** Git tells whole seconds. */
const isAfter = ({ at }: JudgedCommit, written: number): boolean => at === undefined || at + 1_000 > written;
