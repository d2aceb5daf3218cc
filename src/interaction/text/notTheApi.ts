import * as l10n from '@vscode/l10n';
import type { FailureMessage, Told } from './failureWords.ts';

/** Something answers, but no API: with the address that is most likely meant, where there is one. */
export function notTheApi(told: Told): FailureMessage {
  const message = wrongAddress(told);
  const likely = told.fact('likely');
  if (!likely) return message;
  return {
    ...message,
    todo: l10n.t('The base URL in the setting steadfast.targets is most likely wrong. Try {0} instead.', likely),
  };
}

function wrongAddress({ place, code, status }: Told): FailureMessage {
  switch (code) {
    case 'path':
      return {
        happened: l10n.t('{0} answers, but the path does not exist{1}.', place, status),
        todo: l10n.t('Check the base URL in the setting steadfast.targets; many end with /v1.'),
        buttons: ['openSettings', 'showLog'],
      };
    case 'html':
    case 'portal':
      return {
        happened: l10n.t('{0} answers with a web page. Is it the login page of your network?', place),
        todo: l10n.t('Log in to your network with a browser, or check the base URL in the setting steadfast.targets.'),
        buttons: ['openSettings', 'showLog'],
      };
    default:
      return {
        happened: l10n.t('{0} answers{1}, but is not a model server.', place, status),
        todo: l10n.t('Check the base URL in the setting steadfast.targets.'),
        buttons: ['openSettings', 'showLog'],
      };
  }
}
