import * as l10n from '@vscode/l10n';
import { maxTries, type StoredQuestion } from '../history/storedQuestion.ts';
import { ago } from '../text/time.ts';

/** That they could be answered now. */
export function offerText(count: number): string {
  return count === 1
    ? l10n.t('A model is available again. Ask the question kept for later?')
    : l10n.t('A model is available again. {0} questions kept for later are waiting.', count);
}

/** Since when a question waits and how often it was tried: '3 min ago · tried once'. */
export function queueDetails({ at, tries }: StoredQuestion, now: number): string {
  const since = ago(now - at);
  return tries === 0 ? since : `${since} · ${triesWords(tries)}`;
}

function triesWords(tries: number): string {
  if (tries >= maxTries) return l10n.t('tried three times, not offered any more');
  return tries === 1 ? l10n.t('tried once') : l10n.t('tried twice');
}
