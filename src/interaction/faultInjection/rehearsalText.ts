import * as l10n from '@vscode/l10n';
import type { FaultInjection, InjectableFault, Script } from '../../core/faultInjection.ts';
import { plainLabel } from '../text/cleanText.ts';

/** A fault by its name: 'Silent server'. */
export const faultName = (fault: InjectableFault): string => faults[fault].name();

/** What it looks like, in a few words. */
export const faultDetail = (fault: InjectableFault): string => faults[fault].detail();

const faults = {
  silent: {
    name: () => l10n.t('Silent server'),
    detail: () => l10n.t('the request is accepted, but no answer comes in time'),
  },
  stall: {
    name: () => l10n.t('Answer that stops in the middle'),
    detail: () => l10n.t('it starts, then nothing more comes over the open connection'),
  },
  cut: {
    name: () => l10n.t('Answer cut off'),
    detail: () => l10n.t('it ends in the middle, as if it were complete'),
  },
  'invalid-json': {
    name: () => l10n.t('Unreadable answer'),
    detail: () => l10n.t('invalid JSON in the middle of the stream'),
  },
  'rate-limit': {
    name: () => l10n.t('Rate limit'),
    detail: () => l10n.t('429 with Retry-After: 20 s'),
  },
  'no-credit': {
    name: () => l10n.t('No credit'),
    detail: () => l10n.t('the account’s quota is used up'),
  },
  outage: {
    name: () => l10n.t('Outage'),
    detail: () => l10n.t('503: the service is down or overloaded'),
  },
  refused: {
    name: () => l10n.t('Connection refused'),
    detail: () => l10n.t('no server accepts the connection'),
  },
  offline: {
    name: () => l10n.t('Offline'),
    detail: () => l10n.t('there is no network'),
  },
  'wrong-key': {
    name: () => l10n.t('Wrong API key'),
    detail: () => l10n.t('401: the key is rejected'),
  },
  empty: {
    name: () => l10n.t('Empty answer'),
    detail: () => l10n.t('valid, but without any text'),
  },
} as const satisfies Record<InjectableFault, { readonly name: () => string; readonly detail: () => string }>;

/** What is rehearsed, where, and until when: 'Silent server at Claude, for the next question, until 14:32'. */
export function rehearsalSentence(rehearsal: FaultInjection, labelOf: (target: string) => string): string {
  const { script, endsAt } = rehearsal;
  const what = l10n.t('{0} at {1}', faultName(script.fault), placeText(script.at, labelOf));
  const until = new Date(endsAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  switch (rehearsal.questionsLeft) {
    case undefined:
      return l10n.t('{0}, until {1}', what, until);
    case 1:
      return l10n.t('{0}, for the next question, until {1} at the latest', what, until);
    default:
      return l10n.t('{0}, for {1} questions, until {2} at the latest', what, rehearsal.questionsLeft, until);
  }
}

/** Where it is played. */
export function placeText(at: Script['at'], labelOf: (target: string) => string): string {
  if (at === 'all') return l10n.t('all models');
  return at === 'elsewhere' ? l10n.t('all models except those on this machine') : plainLabel(labelOf(at.target));
}

/** What is read in place of an answer. */
export const textInRehearsal = () => ({
  said: l10n.t('This failure is simulated; nothing was sent.'),
  partial: l10n.t('This is a simulation. No model wrote this text, and it breaks off in the mid'),
});
