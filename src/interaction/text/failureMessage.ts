// Over 200 lines: a table with a row for every kind of failure.

import * as l10n from '@vscode/l10n';
import { Failure, type FailureKind } from '../../core/model/failure.ts';
import { isInjected } from '../../core/model/failure.ts';
import type { Action } from '../../shared/protocol.ts';
import { budgetBlocked, budgetSpent } from './budgetFailure.ts';
import { cleanLine } from './cleanText.ts';
import { emptyAnswer } from './emptyAnswer.ts';
import * as finer from './failureDetails.ts';
import { notTheApi } from './notTheApi.ts';
import { duration, waitTime } from './time.ts';
import type { FailureMessage, Told } from './failureWords.ts';

/**
 * The words for a failure, or for a kind of failure when no more is known. Request id, what became of other targets and
 * what had arrived are the caller's to add.
 */
export function failureMessage(failure: Failure | FailureKind, labelOf: (target: string) => string): FailureMessage {
  const whole = failure instanceof Failure ? failure : new Failure(failure);
  const words = sentence(table[whole.kind](told(whole, labelOf)), whole);
  // nothing is to be mended: a good key would be replaced
  if (isInjected(whole)) return { happened: l10n.t('Simulated, not real: {0}', words.happened), todo: '', buttons: [] };
  const said = cleanLine(whole.details.said ?? '', 200);
  return said === '' ? words : { ...words, happened: l10n.t('{0} Its message: “{1}”', words.happened, said) };
}

const askLater = (): string => l10n.t('Ask again in a moment.');

/** A row for every kind: a new one does not compile without its words. */
const table = {
  cancelled: () => say(l10n.t('Stopped.'), ''),
  'out-of-time': ({ limit }) =>
    say(
      limit ? l10n.t('No answer came within {0}.', limit) : l10n.t('No answer came before the timeout.'),
      l10n.t('Ask again, or allow more time in the setting steadfast.timeouts.'),
    ),
  unreachable: finer.unreachable,
  'server-not-running': ({ label, place, isOneOfMany }) =>
    say(
      l10n.t('{0} is not running: there is no server at {1}.', label, place),
      isOneOfMany
        ? l10n.t('Start one of the servers, or correct its address in the setting steadfast.targets.')
        : l10n.t('Start it, or correct its address in the setting steadfast.targets.'),
      'openSettings',
    ),
  'connect-timeout': finer.connectTimeout,
  'unknown-host': finer.unknownHost,
  certificate: finer.certificate,
  'wrong-protocol': finer.wrongProtocol,
  proxy: finer.proxy,
  'bad-address': finer.badAddress,
  'no-key': finer.noKey,
  'key-store': () =>
    say(
      l10n.t('VS Code’s secret storage is locked or does not answer, so the API key cannot be read.'),
      l10n.t('Unlock the keyring of your system, then ask again.'),
      'showLog',
    ),
  'not-confirmed': () =>
    say(l10n.t('Nothing was sent, because you have not allowed it.'), l10n.t('Ask again if you want to allow it.')),
  'circuit-open': ({ label, wait }) =>
    say(
      wait
        ? l10n.t('{0} failed repeatedly and is paused for {1}.', label, wait)
        : l10n.t('{0} failed repeatedly and is paused for a while.', label),
      l10n.t('Wait, or choose Retry This Model in the Steadfast status menu.'),
    ),
  'all-paused': ({ code }) =>
    say(
      code === 'offline'
        ? l10n.t('There is no network, so servers on other machines cannot be asked.')
        : l10n.t('No model can be asked now: all of them are paused or unavailable.'),
      l10n.t('Wait, or choose Retry This Model in the Steadfast status menu.'),
      'addTarget',
      'showLog',
    ),
  'no-target': finer.noTarget,
  reset: ({ label }) => say(l10n.t('{0} closed the connection before it answered.', label), askLater(), 'showLog'),
  silent: ({ label, limit }) =>
    say(
      limit ? l10n.t('{0} sent nothing for {1}.', label, limit) : l10n.t('{0} did not answer in time.', label),
      askLater(),
    ),
  stalled: ({ label, limit }) =>
    say(
      limit
        ? l10n.t('No more data from {0} for {1}; stopped.', label, limit)
        : l10n.t('No more data from {0}; stopped.', label),
      askLater(),
    ),
  interrupted: ({ label }) =>
    say(l10n.t('This computer went to sleep while {0} was answering, and the connection was lost.', label), askLater()),
  'own-limit': ({ label, wait }) =>
    say(
      wait
        ? l10n.t('{0} gets no more requests now, to stay within its rate limit; next one in {1}.', label, wait)
        : l10n.t('{0} gets no more requests now, to stay within its rate limit.', label),
      l10n.t('Ask again in a moment, or change the setting steadfast.rateLimit.'),
    ),
  truncated: ({ label }) => say(l10n.t('The answer from {0} was cut off.', label), askLater()),
  malformed: ({ label, code }) =>
    say(
      code === 'form'
        ? l10n.t('{0} did not answer in the requested form, though it was asked twice.', label)
        : l10n.t('{0} sent an unreadable answer.', label),
      askLater(),
      'showLog',
    ),
  empty: emptyAnswer,
  'too-large': ({ label }) =>
    say(l10n.t('The answer from {0} was too large and was stopped.', label), askLater(), 'showLog'),
  redirected: finer.redirected,
  'not-the-api': notTheApi,
  'rate-limited': ({ label, wait }) =>
    say(
      wait
        ? l10n.t('The rate limit of {0} is reached; next try in {1}.', label, wait)
        : l10n.t('The rate limit of {0} is reached.', label),
      askLater(),
    ),
  quota: ({ label }) =>
    say(
      l10n.t('No credit left at {0}, or its spending limit is reached.', label),
      l10n.t('Check your account with the provider, then choose Retry This Model in the Steadfast status menu.'),
      'setKey',
    ),
  overloaded: ({ label, wait }) =>
    say(
      wait ? l10n.t('{0} is overloaded; next try in {1}.', label, wait) : l10n.t('{0} is overloaded.', label),
      askLater(),
    ),
  server: ({ label, status }) => say(l10n.t('{0} has an internal error{1}.', label, status), askLater(), 'showLog'),
  'gateway-timeout': ({ label, status }) =>
    say(l10n.t('{0} did not answer its own gateway in time{1}.', label, status), askLater()),
  conflict: finer.conflict,
  auth: finer.auth,
  'not-found': ({ label, fact }) =>
    say(
      fact('model')
        ? l10n.t('The model {0} is not available at {1}.', fact('model') ?? '', label)
        : l10n.t('The model of {0} is not available here.', label),
      fact('successor')
        ? l10n.t(
            'Its provider has retired it. Choose its successor {0} or another model in the setting steadfast.targets.',
            fact('successor') ?? '',
          )
        : l10n.t('Choose another model in the setting steadfast.targets.'),
      'openSettings',
      'addTarget',
    ),
  'context-too-long': finer.contextTooLong,
  'budget-spent': budgetSpent,
  'budget-blocked': budgetBlocked,
  'unsupported-parameter': ({ label, fact }) =>
    say(
      fact('parameter')
        ? l10n.t('{0} does not accept the parameter {1}.', label, fact('parameter') ?? '')
        : l10n.t('{0} does not accept a parameter of the request.', label),
      l10n.t('Ask again. If it fails again, check the parameters in the setting steadfast.targets.'),
      'showLog',
    ),
  'bad-request': ({ label, status }) =>
    say(
      l10n.t('{0} rejected the request as invalid{1}.', label, status),
      l10n.t('Ask another model, or ask about less code: the request itself may be the reason.'),
      'tryAnother',
      'showLog',
    ),
  declined: ({ label }) => say(l10n.t('{0} declined to answer.', label), l10n.t('Ask another provider.'), 'tryAnother'),
  'passed-over': ({ label }) => say(l10n.t('You asked the next model before {0} answered.', label), askLater()),
  unknown: finer.unknown,
} as const satisfies Record<FailureKind, (told: Told) => FailureMessage>;

function say(happened: string, todo: string, ...buttons: readonly Action[]): FailureMessage {
  return { happened, todo, buttons };
}

/** A label is left as it is; 'the model' may have to begin the sentence. */
function sentence(words: FailureMessage, { details }: Failure): FailureMessage {
  if (details.target !== undefined) return words;
  return { ...words, happened: words.happened.replace(/^./u, first => first.toLocaleUpperCase()) };
}

function told({ details }: Failure, labelOf: (target: string) => string): Told {
  const fact = (name: string): string | undefined => {
    const value = details.facts?.[name];
    return value === undefined ? undefined : cleanLine(String(value), 120);
  };
  const label = details.target === undefined ? l10n.t('the model') : cleanLine(labelOf(details.target), 60);
  const limitMs = details.facts?.['limitMs'];
  return {
    label,
    place: placeOf(fact('host'), fact('port')) ?? label,
    code: details.code ?? '',
    isOneOfMany: (details.others ?? []).length > 0,
    httpStatus: details.status,
    status: details.status === undefined ? '' : ` (${details.status})`,
    limit: typeof limitMs === 'number' ? duration(limitMs) : undefined,
    wait: details.retryAfterMs === undefined ? undefined : waitTime(details.retryAfterMs),
    fact,
  };
}

function placeOf(host: string | undefined, port: string | undefined): string | undefined {
  if (host === undefined || port === undefined || port === '443' || port === '80') return host;
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
