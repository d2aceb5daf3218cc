import type { RecordList } from '../../core/shared/recordList.ts';
import type { StoredAnswer } from '../history/storedAnswer.ts';
import type { StoredQuestion } from '../history/storedQuestion.ts';
import type { KeptItem } from './keptItems.ts';

/** What the views show; it is read when one of them is looked at. */
export interface KeptLists {
  readonly answers: () => Promise<readonly KeptItem[]>;
  readonly questions: () => Promise<readonly KeptItem[]>;
  /** Answers that wait for a decision, or were decided, as the user wants to see them. */
  readonly decisions: () => Promise<readonly KeptItem[]>;
  /** Which of them these are, in a few words. */
  readonly shownDecisions: () => string;
  /** Calls back after each change. The returned function ends that. */
  readonly onDidChange: (listener: () => void) => () => void;
}

/** Where answers and questions are kept. */
export interface KeptStores {
  readonly recent: RecordList<StoredAnswer>;
  readonly review: RecordList<StoredAnswer>;
  readonly queue: RecordList<StoredQuestion>;
}

interface Items {
  items(): Promise<readonly KeptItem[]>;
}

interface Answers extends Items {
  readonly reviewing: Items & { readonly shown: string; readonly onDidChange: KeptLists['onDidChange'] };
}

/** What the views show of these. */
export const keptLists = ({ recent, review, queue }: KeptStores, answers: Answers, questions: Items): KeptLists => ({
  answers: () => answers.items(),
  questions: () => questions.items(),
  decisions: () => answers.reviewing.items(),
  shownDecisions: () => answers.reviewing.shown,
  onDidChange: listener => {
    const stops = [recent, review, queue, answers.reviewing].map(list => list.onDidChange(listener));
    return () => stops.forEach(stop => stop());
  },
});
