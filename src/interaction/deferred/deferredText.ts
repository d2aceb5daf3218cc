import * as l10n from '@vscode/l10n';
import { maxTries, type StoredQuestion } from '../history/storedQuestion.ts';
import { storedFailureName } from '../text/failureNames.ts';
import { ago } from '../text/time.ts';

/** That they could be answered now. */
export function offerText(count: number): string {
  return count === 1
    ? l10n.t('A model is available again. Ask the question kept for later?')
    : l10n.t('A model is available again. {0} questions kept for later are waiting.', count);
}

/** Since when a question waits, how often it was tried, and why it waits: '3 min ago · tried once · overloaded'. */
export function queueDetails({ at, tries, because = '' }: StoredQuestion, now: number): string {
  const why = storedFailureName(because);
  const told = [ago(now - at), tries === 0 ? undefined : triesWords(tries), why];
  return told.filter(each => each !== undefined).join(' · ');
}

function triesWords(tries: number): string {
  if (tries >= maxTries) return l10n.t('tried three times, not offered any more');
  return tries === 1 ? l10n.t('tried once') : l10n.t('tried twice');
}
