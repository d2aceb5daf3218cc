import * as l10n from '@vscode/l10n';
import { isReadyHere, isResting, type Status, type StatusState } from '../../core/status/status.ts';
import type { Condition, TargetStatus } from '../../core/status/targetStatus.ts';
import { budgetNumber, tightestText, usedShareText } from '../text/budgetText.ts';
import { failureName } from '../text/failureNames.ts';
import { timeOfDay } from '../text/numberText.ts';
import type { LastFailure } from '../../core/resilience/trackRecord.ts';
import { plainLabel, shortened } from '../text/cleanText.ts';
import { isForBudget, passedOverText } from '../text/passedOverText.ts';
import { waitTime } from '../text/time.ts';

/** The status bar's room for words, in characters without the icon. */
const maxTextLength = 18;

/** What stands in the status bar: '$(sync~spin) GPT (2/3)'. At most 18 characters beside the icon. */
export function statusText(status: Status): string {
  return `$(${status.icon}) ${textOf(status)}`.trimEnd();
}

/** The same as a sentence, with what is true besides, for a screen reader; nothing in it needs a colour or a shape. */
export function accessibleStatus(status: Status): string {
  const states = [status.state, ...status.also];
  return l10n.t('Steadfast: {0}', states.map(state => sentences[state](status)).join('; '));
}

/** What stands in the status bar while a failure is rehearsed, so that nobody takes it for a real one. */
export const rehearsalText = (): string => `$(beaker) ${shortened(l10n.t('Simulation'), maxTextLength)}`;

/** What is rehearsed as a sentence, for a screen reader. */
export const accessibleRehearsal = (rehearsed: string): string => l10n.t('Steadfast is simulating: {0}', rehearsed);

/** The state of a circuit or gate in a word or two. */
export const conditionText = (condition: Condition): string => conditions[condition]();

const conditions = {
  closed: () => l10n.t('ready'),
  'half-open': () => l10n.t('tried with the next question'),
  open: () => l10n.t('paused after failures'),
  paused: () => l10n.t('paused by you'),
  'cooling-down': () => l10n.t('rate limit'),
  credential: () => l10n.t('API key rejected'),
  quota: () => l10n.t('no credit'),
  offline: () => l10n.t('no network'),
  'no-key': () => l10n.t('no API key'),
  'not-allowed': () => l10n.t('not allowed here'),
} as const satisfies Record<Condition, () => string>;

/** How a target failed last, and at what time of the day: 'overloaded (10:42)'. */
export const lastFailureText = ({ kind, wallMs }: LastFailure): string => `${failureName(kind)} (${timeOfDay(wallMs)})`;

/** The codicon that goes with `conditionWords`. */
export const conditionIcons: Readonly<Record<Condition, string>> = {
  closed: 'pass',
  'half-open': 'sync',
  open: 'warning',
  paused: 'debug-pause',
  'cooling-down': 'watch',
  credential: 'key',
  quota: 'credit-card',
  offline: 'debug-disconnect',
  'no-key': 'key',
  'not-allowed': 'lock',
};

/** When a target is tried again: '25 s'; '' when it is not held back or only the user can let it go on. */
export function nextTry({ restMs }: TargetStatus): string {
  return restMs === undefined || restMs === Infinity ? '' : waitTime(restMs);
}

/** A target's state in words: 'resting, next try in 25 s'. */
export function targetState(target: TargetStatus): string {
  const wait = nextTry(target);
  const words = conditionText(target.condition);
  return wait === '' ? words : l10n.t('{0}, next try in {1}', words, wait);
}

/** A label on so little room: cut between words, where that leaves enough of it. */
function fitted(label: string, room: number): string {
  const [whole, cut] = [plainLabel(label), plainLabel(label, room)];
  const isBetweenWords = cut === whole || whole.startsWith(`${cut.slice(0, -1)} `);
  const lastBlank = cut.lastIndexOf(' ');
  return isBetweenWords || lastBlank < room / 2 ? cut : `${cut.slice(0, lastBlank)}…`;
}

function textOf(status: Status): string {
  const { subject } = status;
  if (status.state === 'working' && subject) return fitted(subject.label, maxTextLength);
  if (status.state === 'working-on-fallback' && subject) {
    const place = ` (${subject.position}/${subject.of})`;
    return fitted(subject.label, maxTextLength - place.length) + place;
  }
  if (status.state === 'closed' && subject) return readyText(subject.label, status.budget);
  return fitted(texts[status.state](status), maxTextLength);
}

/** Who answers, and beside it what the user wants to see of the budget. */
function readyText(label: string, budget: Status['budget']): string {
  const number = budget ? budgetNumber(budget) : '';
  const beside = number === '' ? '' : ` ${number}`;
  return fitted(label, maxTextLength - beside.length) + beside;
}

const texts = {
  restricted: () => l10n.t('Restricted'),
  paused: () => l10n.t('Paused'),
  'budget-spent': () => l10n.t('Budget'),
  offline: () => l10n.t('Offline'),
  'all-paused': () => l10n.t('All paused'),
  working: () => l10n.t('Working'),
  'working-on-fallback': () => l10n.t('Fallback'),
  'key-rejected': () => l10n.t('Key rejected'),
  'no-answer': () => l10n.t('No answer'),
  'half-open': () => l10n.t('Trying next'),
  fallback: ({ outcome, subject }) =>
    outcome?.kind === 'fallback' && subject ? l10n.t('Fallback: {0}', plainLabel(subject.label)) : l10n.t('Fallback'),
  'budget-low': ({ budget }) => usedShareText(budget),
  'set-up': () => l10n.t('No model'),
  local: () => l10n.t('Local'),
  closed: () => '',
} as const satisfies Record<StatusState, (status: Status) => string>;

const sentences = {
  restricted: () => l10n.t('restricted mode, answers only when you run a command'),
  paused: () => l10n.t('switched off here'),
  'budget-spent': ({ budget }) => l10n.t('the budget is used up: {0}', tightestText(budget)),
  offline: ({ targets }) => {
    const here = targets.find(isReadyHere);
    if (!here) return l10n.t('no network, answers from the editor');
    return l10n.t('no network; {0} on this machine answers', plainLabel(here.label));
  },
  'all-paused': ({ targets }) => l10n.t('no model can be asked now: {0}', restingWords(targets)),
  working: status => l10n.t('asking {0}', name(status)),
  'working-on-fallback': status =>
    l10n.t('asking {0}, number {1} of {2}', name(status), status.subject?.position ?? 0, status.subject?.of ?? 0),
  'key-rejected': ({ targets }) =>
    l10n.t('{0} rejects the API key; enter the key again', labelsOf(targets, 'credential')),
  'no-answer': ({ outcome }) =>
    l10n.t(
      'no model answered the last question: {0}',
      outcome?.kind === 'unanswered' ? passedOverText(outcome.because) : '',
    ),
  'half-open': status => l10n.t('{0} is tried again with the next question', name(status)),
  fallback: status => fallbackWords(status),
  'budget-low': ({ budget }) => l10n.t('little of the budget is left: {0}', tightestText(budget)),
  'set-up': () => l10n.t('no model is set up yet'),
  local: () => l10n.t('asks only this machine'),
  closed: status => {
    const ready = status.targets.filter(target => !isResting(target)).length;
    if (ready === 1) return l10n.t('{0} is ready', name(status));
    return l10n.t('{0} answers next; {1} models are ready', name(status), ready);
  },
} as const satisfies Record<StatusState, (status: Status) => string>;

function fallbackWords({ outcome, subject, targets }: Status): string {
  if (outcome?.kind !== 'fallback') return l10n.t('{0} answers next; {1}', name({ subject }), restingWords(targets));
  const [by, first] = [outcome.by, outcome.insteadOf].map(id => labelOf(targets, id));
  if (isForBudget(outcome.because))
    return l10n.t('{0} answered, because your budget does not allow {1}', by ?? '', first ?? '');
  return l10n.t('{0} answered instead of {1}: {2}', by ?? '', first ?? '', passedOverText(outcome.because));
}

const labelOf = (targets: readonly TargetStatus[], id: string): string =>
  plainLabel(targets.find(target => target.id === id)?.label ?? id);

const labelsOf = (targets: readonly TargetStatus[], condition: Condition): string =>
  targets
    .filter(target => target.condition === condition)
    .map(({ label }) => plainLabel(label))
    .join(', ');

const name = ({ subject }: Pick<Status, 'subject'>): string => plainLabel(subject?.label ?? l10n.t('no model'));

function restingWords(targets: readonly TargetStatus[]): string {
  return targets
    .filter(isResting)
    .map(target => `${plainLabel(target.label)} ${targetState(target)}`)
    .join('; ');
}
