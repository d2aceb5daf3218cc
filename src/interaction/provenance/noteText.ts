import type { LabelOf } from '../text/answerSummary.ts';
// Over 200 lines with its comments: a row for every kind of note.
import * as l10n from '@vscode/l10n';
import { isInjected } from '../../core/model/failure.ts';
import { sectionName } from '../text/assistanceText.ts';
import { isEscalationNote } from '../../core/escalation/escalationNote.ts';
import { escalationText } from './escalationText.ts';
import { routeText } from './routeText.ts';
import { isSkip, skipText } from './skipText.ts';
import { cleanLine } from '../text/cleanText.ts';
import { failureName } from '../text/failureNames.ts';
import { wholeNumber } from '../text/numberText.ts';
import { duration, waitTime } from '../text/time.ts';
import { tierText } from '../text/trustText.ts';
import type {
  AttemptNote,
  BudgetLimit,
  HiddenKind,
  Note,
  UncachedReason,
  UnusedInstruction,
} from '../../core/model/note.ts';

const waitReasons = {
  requests: () => l10n.t('limit of requests per minute'),
  tokens: () => l10n.t('limit of tokens per minute'),
  busy: () => l10n.t('limit of concurrent requests'),
};

/** Which limit of the budget has not enough left. */
export const budgetLimitText = (limit: BudgetLimit): string => budgetLimits[limit]();

const budgetLimits = {
  day: () => l10n.t('not enough tokens left today'),
  month: () => l10n.t('not enough tokens left this month'),
  money: () => l10n.t('not enough money left this month'),
} as const satisfies Record<BudgetLimit, () => string>;

const lastResorts = {
  stale: (because: string) => l10n.t('Older answer instead: {0}', because),
  similar: (because: string) => l10n.t('Answer to a similar question instead: {0}', because),
  offline: (because: string) => l10n.t('What the editor knows instead: {0}', because),
};

const uncached = {
  'asked-again': () => l10n.t('Earlier answers were not used, because you asked again'),
  off: () => l10n.t('Earlier answers were not used, because the cache is off'),
  'not-cacheable': () => l10n.t('Earlier answers were not used, because the answer may differ each time'),
} as const satisfies Record<UncachedReason, () => string>;

const hiddenKinds = {
  direction: () => l10n.t('text direction'),
  tag: () => l10n.t('tags'),
  variant: () => l10n.t('variants'),
  'line-end': () => l10n.t('line ends'),
  control: () => l10n.t('control characters'),
  invisible: () => l10n.t('invisible'),
} as const satisfies Record<HiddenKind, () => string>;

/** One decision of a layer, as a line. */
export function noteText(note: Note, labelOf: LabelOf): string {
  const name = (target: string): string => cleanLine(labelOf(target), 60);
  if (isEscalationNote(note)) return escalationText(note, name);
  switch (note.kind) {
    case 'attempt':
      return attemptWords(note, name(note.target));
    case 'retry':
    case 'no-retry':
      return retryWords(note, name);
    case 'waited':
      return waitedWords(note, name(note.target));
    case 'trimmed':
      return trimmedWords(note, name(note.target));
    case 'over-budget':
      return overBudgetWords(note, name(note.target));
    case 'other-key':
    case 'tried-early':
      return allTheSameWords(note, name(note.target));
    case 'hedged':
    case 'asked-again':
      return furtherWords(note, name);
    case 'skipped':
      return l10n.t('Did not ask {0}: {1}', name(note.target), skipText(note.because));
    case 'routed':
    case 'fallback':
    case 'last-resort':
      return choiceWords(note, name);
    case 'masked':
    case 'hidden-shown':
      return note.kind === 'masked' ? maskedWords(note.count) : hiddenWords(note);
    case 'remembered':
    case 'uncached':
    case 'joined':
      return cacheWords(note, name);
    case 'instructions':
      return instructionWords(note);
    case 'judged':
      return l10n.t('How far to trust it: {0}', tierText(note.tier));
  }
}

function choiceWords(note: Extract<Note, { kind: 'routed' | 'fallback' | 'last-resort' }>, name: LabelOf): string {
  if (note.kind === 'last-resort') return lastResorts[note.by](failureName(note.because));
  return note.kind === 'routed' ? routeText(note, name(note.target)) : fallbackWords(note, name);
}

/** What to wait would have cost is said where it is known: it is what the change was chosen over. */
function fallbackWords({ to, from, because, waitMs }: Extract<Note, { kind: 'fallback' }>, name: LabelOf): string {
  const sentence = l10n.t('{0} instead of {1}: {2}', name(to), name(from), failureName(because));
  if (waitMs === undefined) return sentence;
  return l10n.t('{0}; to ask again would have meant waiting {1}', sentence, waitTime(waitMs));
}

function overBudgetWords({ because, tokens }: Extract<Note, { kind: 'over-budget' }>, name: string): string {
  const reason = budgetLimitText(because);
  if (!tokens) return l10n.t('Did not ask {0}: {1}', name, reason);
  const [needed, left] = [wholeNumber(tokens.needed), wholeNumber(tokens.left)];
  return l10n.t('Did not ask {0}: {1} (up to {2} needed, {3} left)', name, reason, needed, left);
}

function cacheWords(note: Extract<Note, { kind: 'remembered' | 'uncached' | 'joined' }>, name: LabelOf): string {
  if (note.kind === 'joined') return l10n.t('Shared with an identical question that was already running');
  if (note.kind === 'uncached') return uncached[note.because]();
  return l10n.t('Cached answer from {0}, {1} old', name(note.target), duration(note.ageMs));
}

function allTheSameWords(note: Extract<Note, { kind: 'other-key' | 'tried-early' }>, name: string): string {
  if (note.kind === 'tried-early')
    return l10n.t('Asked {0} during its pause, because no other model could answer', name);
  const { keyName, because } = note;
  const why = isSkip(because) ? skipText(because) : failureName(because);
  return keyName === ''
    ? l10n.t('Asked {0} with another API key: {1}', name, why)
    : l10n.t('Asked {0} with another API key, “{1}”: {2}', name, cleanLine(keyName, 24), why);
}

function retryWords(note: Extract<Note, { kind: 'retry' | 'no-retry' }>, nameOf: LabelOf): string {
  const name = nameOf(note.target);
  if (note.kind === 'no-retry') return l10n.t('Did not ask {0} again: too many recent failures', name);
  const sentence = l10n.t('Asked {0} again after {1}: {2}', name, waitTime(note.delayMs), failureName(note.because));
  if (!note.insteadOf) return sentence;
  const { target, expectedMs } = note.insteadOf;
  return expectedMs === undefined
    ? l10n.t('{0}; {1} could have been asked instead', sentence, nameOf(target))
    : l10n.t('{0}; {1} would have taken about {2}', sentence, nameOf(target), duration(expectedMs));
}

function waitedWords({ delayMs, because }: Extract<Note, { kind: 'waited' }>, name: string): string {
  return l10n.t('Waited {1} before asking {0}: {2}', name, waitTime(delayMs), waitReasons[because]());
}

function furtherWords(note: Extract<Note, { kind: 'hedged' | 'asked-again' }>, name: LabelOf): string {
  if (note.kind === 'asked-again') return l10n.t('Asked again, because the answer was not the requested JSON');
  const [target, first] = [name(note.target), name(note.beside)];
  return l10n.t('Also asked {0}, because {1} had not answered after {2}', target, first, duration(note.afterMs));
}

const maskedWords = (count: number): string =>
  count === 1 ? l10n.t('1 secret masked') : l10n.t('{0} secrets masked', count);

function hiddenWords({ count, kinds }: Extract<Note, { kind: 'hidden-shown' }>): string {
  const names = kinds.map(kind => hiddenKinds[kind]()).join(', ');
  return count === 1
    ? l10n.t('1 hidden character was sent as a visible mark: {0}', names)
    : l10n.t('{0} hidden characters were sent as visible marks: {1}', count, names);
}

function trimmedWords(note: Extract<Note, { kind: 'trimmed' }>, name: string): string {
  const [leftOut, shortened] = [note.leftOut, note.shortened].map(names =>
    [...new Set(names.map(sectionName))].join(', '),
  );
  if (!shortened) return l10n.t('Left out for {0}: {1}', name, leftOut ?? '');
  if (!leftOut) return l10n.t('Shortened for {0}: {1}', name, shortened);
  return l10n.t('Left out for {0}: {1}; shortened: {2}', name, leftOut, shortened);
}

const unusedReasons = {
  unreadable: () => l10n.t('excluded or not readable'),
  late: () => l10n.t('not read in time'),
  missing: () => l10n.t('not found'),
  'too-involved': () => l10n.t('its applyTo is too complicated'),
  'too-much': () => l10n.t('too much text'),
} as const satisfies Record<UnusedInstruction, () => string>;

/** So many files are named in one line. */
const mostNamed = 20;

/** Which instructions went along, and which did not: 'Instructions: AGENTS.md, packages/api/AGENTS.md'. */
function instructionWords({ used, cut, unused }: Extract<Note, { kind: 'instructions' }>): string {
  const named = (file: string): string => cleanLine(file, 100);
  const files = used.map(file => (cut.includes(file) ? l10n.t('{0} (beginning only)', named(file)) : named(file)));
  const others = unused.map(({ file, because }) => `${named(file)} (${unusedReasons[because]()})`);
  const lines = [
    ...(files.length > 0 ? [l10n.t('Instructions: {0}', files.slice(0, mostNamed).join(', '))] : []),
    ...(others.length > 0 ? [l10n.t('Instructions not used: {0}', others.slice(0, mostNamed).join(', '))] : []),
  ];
  return lines.join('; ');
}

/** Of what failed at once it is not said when: 'after 0 s' tells nothing. */
const soonestToldMs = 100;

function attemptWords({ outcome, tookMs, failure }: AttemptNote, name: string): string {
  const time = duration(tookMs);
  if (outcome === 'answered') return l10n.t('{0} answered after {1}', name, time);
  const what =
    failure?.details.code === 'no-room' ? l10n.t('output limit reached before an answer') : failureName(outcome);
  if (tookMs < soonestToldMs)
    return isInjected(failure) ? l10n.t('{0}: {1}, simulated', name, what) : l10n.t('{0}: {1}', name, what);
  return isInjected(failure)
    ? l10n.t('{0}: {1} after {2}, simulated', name, what, time)
    : l10n.t('{0}: {1} after {2}', name, what, time);
}
