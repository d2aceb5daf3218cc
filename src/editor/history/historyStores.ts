import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Clock } from '../../core/model/clock.ts';
import { RecordList } from '../../core/shared/recordList.ts';
import type { Store, StoreTrouble } from '../../core/shared/store.ts';
import { readCheckpoint, type Checkpoint } from '../../interaction/checkpoints/checkpoint.ts';
import { mostCheckpoints } from '../../interaction/checkpoints/checkpoints.ts';
import { readStoredAnswer, type StoredAnswer } from '../../interaction/history/storedAnswer.ts';
import { readStoredQuestion, type StoredQuestion } from '../../interaction/history/storedQuestion.ts';
import { type DecidedAnswer, mostDecisions, readDecidedAnswer } from '../../interaction/review/decidedAnswer.ts';
import { actionText } from '../../interaction/text/actionText.ts';
import { maxQuestions } from '../../interaction/history/limits.ts';
import type { NotificationLevel } from '../../interaction/platform/notificationLevel.ts';
import type { User } from '../../interaction/platform/user.ts';
import { isObject } from '../../core/shared/isObject.ts';

/** The answers and questions that outlive the window. */
export interface HistoryStores {
  readonly recent: RecordList<StoredAnswer>;
  readonly review: RecordList<StoredAnswer>;
  /** What was decided about such answers. */
  readonly decided: RecordList<DecidedAnswer>;
  readonly queue: RecordList<StoredQuestion>;
  /** Questions that are being asked. */
  readonly asking: RecordList<StoredQuestion>;
  /** Fingerprints of findings that the user wants to hear of no more. */
  readonly dismissed: RecordList<{ readonly id: string }>;
  /** Edits that were applied. What they have changed lies beside the list. */
  readonly applied: RecordList<Checkpoint>;
}

/** Where it goes when something could not be kept. */
export interface HistoryStoresParts {
  /** `name` is that of the file. */
  readonly log: (trouble: StoreTrouble, name: string) => void;
  readonly level: () => NotificationLevel;
  readonly user: Pick<User, 'offer'>;
}

/** The last 50 answers, up to 200 that wait for a person, and up to 50 questions that wait for an answer. Nothing is read before it is needed. */
export function openHistoryStores(store: Store, clock: Clock, told: HistoryStoresParts): HistoryStores {
  const open = <T extends { readonly id: string }>(
    name: ListName,
    limit: number,
    read: (value: unknown) => T | undefined,
  ) =>
    new RecordList<T>({
      store,
      name,
      limit,
      wall: () => clock.wall(),
      read,
      onTrouble: trouble => void tell(name, trouble, told),
    });
  return {
    recent: open('answers.json', 50, readStoredAnswer),
    review: open('review.json', 200, readStoredAnswer),
    decided: open('decided.json', mostDecisions, readDecidedAnswer),
    queue: open('queue.json', maxQuestions, readStoredQuestion),
    asking: open('asking.json', maxQuestions, readStoredQuestion),
    dismissed: open('dismissed.json', mostDismissed, readDismissed),
    applied: open('checkpoints.json', mostCheckpoints, readCheckpoint),
  };
}

const mostDismissed = 500;

const readDismissed = (value: unknown): { readonly id: string } | undefined =>
  isObject(value) && typeof value['id'] === 'string' ? { id: value['id'] } : undefined;

async function tell(name: ListName, trouble: StoreTrouble, { log, level, user }: HistoryStoresParts): Promise<void> {
  log(trouble, name);
  if (level() === 'none') return;
  const showLog = actionText('showLog');
  const message = troubleWords(listWords[name](), trouble);
  const pressed = await user.offer({ kind: 'warning', message, buttons: [showLog] });
  if (pressed === showLog) await vscode.commands.executeCommand('steadfast.showLog');
}

type ListName = keyof typeof listWords;

const listWords = {
  'answers.json': () => l10n.t('The list of recent answers'),
  'review.json': () => l10n.t('The list of answers kept for review'),
  'decided.json': () => l10n.t('The list of decisions about answers'),
  'queue.json': () => l10n.t('The list of questions kept for later'),
  'asking.json': () => l10n.t('The list of questions that are being asked'),
  'dismissed.json': () => l10n.t('The list of dismissed findings'),
  'checkpoints.json': () => l10n.t('The list of applied edits'),
} as const satisfies Record<string, () => string>;

function troubleWords(name: string, trouble: StoreTrouble): string {
  const goesOn = l10n.t('Steadfast continues, but new entries are lost when you close this window.');
  switch (trouble) {
    case 'full':
      return l10n.t('{0} could not be saved: the disk is full. {1}', name, goesOn);
    case 'forbidden':
      return l10n.t('{0} could not be saved: permission denied. It may belong to another user. {1}', name, goesOn);
    case 'read-only':
      return l10n.t('{0} could not be saved: the disk is read-only. {1}', name, goesOn);
    case 'no-handles':
      return l10n.t('{0} could not be read or saved: too many files are open. {1}', name, goesOn);
    case 'unusable':
      return l10n.t('{0} was damaged, so it was moved aside and a new one was started.', name);
    case 'unknown':
      return l10n.t('{0} could not be read or saved. {1}', name, goesOn);
  }
}
