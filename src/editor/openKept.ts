import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Clock } from '../core/clock.ts';
import { Records } from '../core/memory/records.ts';
import type { Store, StoreTrouble } from '../core/memory/store.ts';
import { readKeptAnswer, type KeptAnswer } from './keptAnswers.ts';

/** The answers that outlive the window. */
export interface Kept {
  readonly recent: Records<KeptAnswer>;
  readonly review: Records<KeptAnswer>;
}

/** The last 50 answers, and up to 200 that wait for a person. Nothing is read before it is needed. */
export function openKept(store: Store, clock: Clock): Kept {
  const open = (name: string, limit: number) =>
    new Records<KeptAnswer>({
      store,
      name,
      limit,
      wall: () => clock.wall(),
      read: readKeptAnswer,
      onTrouble: trouble => void vscode.window.showWarningMessage(troubleWords(name, trouble)),
    });
  return { recent: open('answers.json', 50), review: open('review.json', 200) };
}

function troubleWords(name: string, trouble: StoreTrouble): string {
  const goesOn = l10n.t('Steadfast goes on; what it would have kept there is lost when this window closes.');
  switch (trouble) {
    case 'full':
      return l10n.t('{0} could not be written: the disk is full. {1}', name, goesOn);
    case 'forbidden':
      return l10n.t('{0} could not be written: it is not allowed. {1}', name, goesOn);
    case 'unusable':
      return l10n.t('{0} was damaged and has been set aside; a new one is begun.', name);
    case 'unknown':
      return l10n.t('{0} could not be read or written. {1}', name, goesOn);
  }
}
