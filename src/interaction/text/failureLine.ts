import * as l10n from '@vscode/l10n';
import type { Failure } from '../../core/model/failure.ts';
import { isInjected } from '../../core/model/failure.ts';
import { cleanLine, messageText } from './cleanText.ts';
import { failureName } from './failureNames.ts';
import { failureMessage } from './failureMessage.ts';

/**
 * A failure as one message: what happened, what became of the other targets, what was done instead, and what the person can
 * do. Fit for a notification: no link comes of it.
 */
export function failureLine(failure: Failure, labelOf: (target: string) => string, instead = ''): string {
  const { happened, todo } = failureMessage(failure, labelOf);
  const others = (failure.details.others ?? []).map(other => briefly(other, labelOf));
  const rest = others.length > 0 ? l10n.t('The other models did not answer either: {0}.', others.join(', ')) : '';
  return messageText([happened, rest, instead, todo].filter(part => part !== '').join(' '));
}

function briefly(failure: Failure, labelOf: (target: string) => string): string {
  const { kind, details } = failure;
  const name = isInjected(failure) ? l10n.t('simulated: {0}', failureName(kind)) : failureName(kind);
  return details.target === undefined ? name : l10n.t('{0} ({1})', cleanLine(labelOf(details.target), 60), name);
}
