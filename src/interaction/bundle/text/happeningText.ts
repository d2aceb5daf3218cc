import * as l10n from '@vscode/l10n';
import { failureRules, type FailureKind } from '../../../core/model/failure.ts';
import type { BudgetLimit } from '../../../core/model/note.ts';
import type { PassedOver } from '../../../core/status/questionOutcome.ts';
import { failureName } from '../../text/failureNames.ts';
import { passedOverText } from '../../text/passedOverText.ts';
import { duration } from '../../text/time.ts';
import type { Episode, Happening } from '../facts/episodes.ts';

/** How targets are spoken of. */
export interface Naming {
  /** What people call it. */
  readonly nameOf: (target: string) => string;
  /** Has it a key? */
  readonly hasKey: (target: string) => boolean;
}

type NameOf = Naming['nameOf'];

/** What happened, in a few words; what a file of another version says that is not known here stands as it is. */
export function happeningText({ what, limitsMs }: Pick<Episode, 'what' | 'limitsMs'>, naming: Naming): string {
  const { nameOf } = naming;
  switch (what.kind) {
    case 'failed':
      return failedText(what, naming, limitsMs);
    case 'circuit':
      return circuitText(what.after, nameOf(what.target));
    case 'fallback':
      return l10n.t('{0} answered instead of {1}: {2}', nameOf(what.to), nameOf(what.target), reasonText(what.because));
    case 'unanswered':
      return l10n.t('No model answered: {0}', reasonText(what.outcome));
    case 'stand-in':
      return l10n.t('No model answered, something else stood in: {0}', reasonText(what.because));
    case 'over-budget':
      return l10n.t('{0} was not asked: {1}', nameOf(what.target), limitText(what.because));
    case 'waited':
      return l10n.t('{0} had to wait for a limit of your own: {1}', nameOf(what.target), waitText(what.because));
    case 'alert':
      return alertWords(what, nameOf);
  }
}

function failedText(
  { target, outcome, code, status, isToldToWait }: Extract<Happening, { kind: 'failed' }>,
  { nameOf, hasKey }: Naming,
  limitsMs: Episode['limitsMs'],
): string {
  const name = nameOf(target);
  const details = [
    ...(limitsMs ? [endedAtText(outcome, limitsMs)] : []),
    ...(status === undefined ? [] : [`HTTP ${status}`]),
    ...(code === undefined ? [] : [code]),
    ...(isToldToWait ? [l10n.t('asked to wait')] : []),
  ];
  const isKeyWanted = outcome === 'auth' && !hasKey(target);
  const reason = isKeyWanted ? l10n.t('the server wants an API key, and none is set') : reasonText(outcome);
  return details.length === 0
    ? l10n.t('{0} failed: {1}', name, reason)
    : l10n.t('{0} failed: {1} ({2})', name, reason, details.join(', '));
}

/** Which limit was over; a server that is not heard of at all and one that takes a request and is silent are two causes. */
function endedAtText(outcome: string, [least, most]: readonly [number, number]): string {
  const [shortest, longest] = [duration(least), duration(most)];
  const limit = shortest === longest ? longest : l10n.t('{0} to {1}', shortest, longest);
  if (outcome === 'silent') return l10n.t('connected, then nothing for {0}', limit);
  return outcome === 'stalled' ? l10n.t('nothing more for {0}', limit) : l10n.t('limit of {0}', limit);
}

function circuitText(after: string, name: string): string {
  if (after === 'open') return l10n.t('{0} was paused after errors', name);
  if (after === 'half-open') return l10n.t('{0} was tried again', name);
  return after === 'closed' ? l10n.t('{0} was asked again as usual', name) : l10n.t('{0} is now: {1}', name, after);
}

function alertWords({ alert, is, target }: Extract<Happening, { kind: 'alert' }>, nameOf: NameOf): string {
  const name = isKnown(alert, alerts) ? alerts[alert]() : alert;
  const about = target === undefined ? name : `${name}, ${nameOf(target)}`;
  return is === 'raised' ? l10n.t('Alert: {0}', about) : l10n.t('Alert is over: {0}', about);
}

const alerts = {
  fallbacks: () => l10n.t('many answers from another model than the first choice'),
  retries: () => l10n.t('many repeated requests'),
  errors: () => l10n.t('many questions without an answer'),
  slow: () => l10n.t('slower than usual'),
  'spend-pace': () => l10n.t('the budget will not last the month'),
  clock: () => l10n.t('the clock was set back'),
} as const;

/** Why something failed or was passed over; a file may hold words of a version to come. */
function reasonText(because: string): string {
  if (isKnown(because, failureRules)) return failureName(because);
  return isPassedOver(because) ? passedOverText(because) : because;
}

const isPassedOver = (because: string): because is Exclude<PassedOver, FailureKind> =>
  ['slow', 'no-room', 'budget', 'cooling-down', 'credential', 'quota', 'offline'].includes(because);

const limitText = (because: string): string => (isKnown(because, limits) ? limits[because]() : because);

const limits: Readonly<Record<BudgetLimit, () => string>> = {
  day: () => l10n.t('not enough tokens left today'),
  month: () => l10n.t('not enough tokens left this month'),
  money: () => l10n.t('not enough money left this month'),
};

const waitText = (because: string): string => (isKnown(because, waits) ? waits[because]() : because);

const waits = {
  requests: () => l10n.t('limit of requests per minute'),
  tokens: () => l10n.t('limit of tokens per minute'),
  busy: () => l10n.t('limit of concurrent requests'),
} as const;

const isKnown = <Table extends object>(word: string, table: Table): word is string & keyof Table =>
  Object.hasOwn(table, word);
