import type { RecordList } from '../../core/shared/recordList.ts';
import type { StoredAnswer } from '../history/storedAnswer.ts';
import type { StoredQuestion } from '../history/storedQuestion.ts';
import type { KeptItem } from './keptItems.ts';

/** What the views show; it is read when one of them is looked at. */
export interface KeptLists {
  readonly answers: () => Promise<readonly KeptItem[]>;
  readonly questions: () => Promise<readonly KeptItem[]>;
  /** Answers that wait for a decision, or were decided, as the user wants to see them; before those that wait, questions that nobody answered. */
  readonly decisions: () => Promise<readonly KeptItem[]>;
  /** Which of them these are, in a few words. */
  readonly shownDecisions: () => string;
  /** Tells the commands of a view which of its lines has the focus, for who calls them by a key. */
  readonly followFocus: (focused: FocusedItem) => void;
  /** Calls back after each change. The returned function ends that. */
  readonly onDidChange: (listener: () => void) => () => void;
}

/** Where answers and questions are kept. */
export interface KeptStores {
  readonly recent: Pick<RecordList<StoredAnswer>, 'onDidChange'>;
  readonly review: Pick<RecordList<StoredAnswer>, 'onDidChange'>;
  readonly queue: Pick<RecordList<StoredQuestion>, 'onDidChange'>;
}

/** The line of a view that has the focus; undefined: none has. */
export type FocusedItem = () => Promise<KeptItem | undefined>;

interface Items {
  items(): Promise<readonly KeptItem[]>;
}

interface Questions extends Items {
  unanswered(): Promise<readonly KeptItem[]>;
  followFocus(focused: FocusedItem): void;
}

interface Answers extends Items {
  readonly reviewing: Items & {
    readonly shown: string;
    readonly isWaiting: boolean;
    readonly onDidChange: KeptLists['onDidChange'];
  };
}

/** What the views show of these. */
export const keptLists = (
  { recent, review, queue }: KeptStores,
  answers: Answers,
  questions: Questions,
): KeptLists => ({
  answers: () => answers.items(),
  questions: () => questions.items(),
  decisions: async () => [
    ...(answers.reviewing.isWaiting ? await questions.unanswered() : []),
    ...(await answers.reviewing.items()),
  ],
  followFocus: focused => questions.followFocus(focused),
  shownDecisions: () => answers.reviewing.shown,
  onDidChange: listener => {
    const stops = [recent, review, queue, answers.reviewing].map(list => list.onDidChange(listener));
    return () => stops.forEach(stop => stop());
  },
});
