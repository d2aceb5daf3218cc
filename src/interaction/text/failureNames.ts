import * as l10n from '@vscode/l10n';
import type { FailureKind } from '../../core/model/failure.ts';

/** A failure in a few words, for a table or in brackets: 'no answer in time', 'overloaded'. */
export const failureName = (kind: FailureKind): string => names[kind]();

const names = {
  cancelled: () => l10n.t('stopped'),
  'out-of-time': () => l10n.t('timeout'),
  unreachable: () => l10n.t('no connection'),
  'server-not-running': () => l10n.t('server not running'),
  'connect-timeout': () => l10n.t('no connection in time'),
  'unknown-host': () => l10n.t('unknown host'),
  certificate: () => l10n.t('certificate not trusted'),
  'wrong-protocol': () => l10n.t('wrong protocol'),
  proxy: () => l10n.t('proxy'),
  'bad-address': () => l10n.t('invalid address'),
  'no-key': () => l10n.t('no API key'),
  'key-store': () => l10n.t('secret storage locked'),
  'not-confirmed': () => l10n.t('sending not allowed'),
  'circuit-open': () => l10n.t('paused after failures'),
  'all-paused': () => l10n.t('all models paused'),
  'no-target': () => l10n.t('no model'),
  reset: () => l10n.t('connection lost'),
  silent: () => l10n.t('no answer in time'),
  stalled: () => l10n.t('stopped answering'),
  interrupted: () => l10n.t('interrupted by sleep'),
  'own-limit': () => l10n.t('held back by rate limit'),
  truncated: () => l10n.t('answer cut off'),
  malformed: () => l10n.t('unreadable answer'),
  empty: () => l10n.t('empty answer'),
  'too-large': () => l10n.t('answer too large'),
  redirected: () => l10n.t('redirected'),
  'not-the-api': () => l10n.t('not a model server'),
  'rate-limited': () => l10n.t('rate limit'),
  quota: () => l10n.t('no credit'),
  overloaded: () => l10n.t('overloaded'),
  server: () => l10n.t('server error'),
  'gateway-timeout': () => l10n.t('gateway timeout'),
  conflict: () => l10n.t('busy'),
  auth: () => l10n.t('API key rejected'),
  'not-found': () => l10n.t('model not available'),
  'budget-spent': () => l10n.t('not allowed by your budget'),
  'budget-blocked': () => l10n.t('not allowed by your budget'),
  'context-too-long': () => l10n.t('question too long'),
  'unsupported-parameter': () => l10n.t('parameter not accepted'),
  declined: () => l10n.t('declined to answer'),
  'passed-over': () => l10n.t('you asked the next model'),
  'bad-request': () => l10n.t('request rejected'),
  unknown: () => l10n.t('unexpected failure'),
} as const satisfies Record<FailureKind, () => string>;

/** The same of a kind that was read from disk; undefined: this release does not know it. */
export const storedFailureName = (kind: string): string | undefined => (isKind(kind) ? names[kind]() : undefined);

const isKind = (text: string): text is FailureKind => Object.hasOwn(names, text);
