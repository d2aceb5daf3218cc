import * as l10n from '@vscode/l10n';
import type { Task } from '../../core/model/purpose.ts';
import { Emitter } from '../../core/shared/emitter.ts';
import type { KeptItem, NamingParts } from '../kept/keptItems.ts';
import type { Choice, User } from '../platform/user.ts';
import { tasks } from '../../core/model/purpose.ts';
import { taskText } from '../text/assistanceText.ts';
import { type Reviewable, type ReviewFilter, reviewItems, tasksIn } from './reviewItems.ts';
import type { ReviewQueue } from './reviewQueue.ts';

/** What the view needs of the world. */
export interface ReviewListsParts {
  readonly user: Pick<User, 'pick'>;
  readonly queue: ReviewQueue;
  readonly labelOf: NamingParts['labelOf'];
  /** Wall-clock ms. */
  readonly wall: () => number;
}

/** What the view For Your Decision shows in this window, as the user has chosen it: at first what waits. */
export class ReviewLists {
  readonly #parts: ReviewListsParts;
  readonly #changed = new Emitter();
  #filter: ReviewFilter = { shows: 'waiting' };

  constructor(parts: ReviewListsParts) {
    this.#parts = parts;
    parts.queue.onDidChange(() => this.#changed.fire()); // both live as long as the window
  }

  /** What is shown, in a few words. */
  get shown(): string {
    return filterText(this.#filter);
  }

  /** Is it everything that waits? */
  get isWaiting(): boolean {
    return this.#filter.shows === 'waiting' && this.#filter.task === undefined;
  }

  async items(): Promise<readonly KeptItem[]> {
    const { labelOf, wall } = this.#parts;
    return reviewItems(await this.all(), this.#filter, { labelOf, now: wall() });
  }

  async all(): Promise<Reviewable> {
    const { queue } = this.#parts;
    return { waiting: await queue.waiting(), decided: await queue.decided() };
  }

  /** Lets the user choose what is shown. */
  async choose(): Promise<void> {
    const some = tasksIn(await this.all()).map((task): Pick<ReviewFilter, 'task'> => ({ task }));
    const filters = (['waiting', 'decided'] as const).flatMap(shows => [{}, ...some].map(each => ({ shows, ...each })));
    const choices = filters.map((value): Choice<ReviewFilter> => ({ label: filterText(value), value }));
    const chosen = await this.#parts.user.pick(l10n.t('Which answers are shown?'), choices);
    if (!chosen) return;
    this.#filter = chosen;
    this.#changed.fire();
  }

  /** Calls back when something else is to be shown. The returned function ends that. */
  onDidChange(listener: () => void): () => void {
    return this.#changed.add(listener);
  }
}

function filterText({ shows, task }: ReviewFilter): string {
  const state = shows === 'waiting' ? l10n.t('waiting') : l10n.t('decided');
  const known = tasks.find(each => each === task);
  return task === undefined ? state : `${state} · ${known ? nameOf(known) : task}`;
}

const nameOf = (task: Task): string => taskText(task).replace('…', '').trimEnd();
