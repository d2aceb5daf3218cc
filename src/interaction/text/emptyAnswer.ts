import * as l10n from '@vscode/l10n';
import type { FailureMessage, Told } from './failureWords.ts';

/** Words for an answer without any text. Codes: 'tool-call' and 'no-room', when its tokens were used up before it began. */
export function emptyAnswer({ label, code }: Told): FailureMessage {
  return { happened: emptyWords(label, code), todo: l10n.t('Ask again in a moment.'), buttons: [] };
}

function emptyWords(label: string, code: string): string {
  if (code === 'tool-call') return l10n.t('{0} asked for a tool instead of answering.', label);
  return code === 'no-room'
    ? l10n.t('{0} reached its output limit before it had written anything.', label)
    : l10n.t('{0} sent an empty answer.', label);
}
