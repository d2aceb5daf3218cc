import type { RecordList } from '../../core/shared/recordList.ts';
import type { StoredAnswer } from '../history/storedAnswer.ts';
import type { StoredQuestion } from '../history/storedQuestion.ts';
import type { KeptItem } from './keptItems.ts';

/** What the views show; it is read when one of them is looked at. */
export interface KeptLists {
  readonly answers: () => Promise<readonly KeptItem[]>;
  readonly questions: () => Promise<readonly KeptItem[]>;
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

/** What the views show of these. */
export const keptLists = ({ recent, review, queue }: KeptStores, answers: Items, questions: Items): KeptLists => ({
  answers: () => answers.items(),
  questions: () => questions.items(),
  onDidChange: listener => {
    const stops = [recent, review, queue].map(list => list.onDidChange(listener));
    return () => stops.forEach(stop => stop());
  },
});
