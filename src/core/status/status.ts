// Over 200 lines with its comments: all that the status can say, and which of it comes first.

import { shareOf, tightest, type Spending } from '../budget/spending.ts';
import type { QuestionOutcome } from './questionOutcome.ts';
import { statusOf, type TargetStatus, type TargetView } from './targetStatus.ts';

/** Everything that the status shown to the user is worked out from, at one moment. */
export interface StatusView {
  /** The chain, in order. */
  readonly targets: readonly TargetView[];
  /** The target that is being asked; undefined: none. */
  readonly working: Working | undefined;
  /** The workspace is not trusted. */
  readonly restricted: boolean;
  /** Steadfast is wanted here. */
  readonly enabled: boolean;
  readonly localOnly: boolean;
  /** No network, as far as the last attempts show. */
  readonly offline: boolean;
  /** For how long that stays true if nothing more is learnt, ms. */
  readonly offlineForMs?: number | undefined;
  /** What was used of the budget; undefined: not known yet. */
  readonly budget?: BudgetView | undefined;
  /** How the latest question came out; undefined: there was none. */
  readonly outcome?: QuestionOutcome | undefined;
  /** Monotonic ms, as in circuits and cooldowns. */
  readonly nowMs: number;
}

export interface BudgetView extends Spending {
  /** From this share on the user is warned. */
  readonly warnAt: number;
  /** What the user wants to see of it while all is well. */
  readonly shown: 'budget' | 'tokens' | 'cost' | 'icon';
}

export interface Working {
  readonly label: string;
  /** 1-based place in the chain of the question. */
  readonly position: number;
  readonly of: number;
}

/** What the status bar says, as codes and data; interaction/status/statusText makes text of it. */
export interface Status {
  readonly state: StatusState;
  /** Name of a codicon, '~spin' included. */
  readonly icon: string;
  /** Which of the two backgrounds a status bar item may have. */
  readonly severity: Severity;
  /** What is true besides and would be said if it were not for what is worse, worst first. */
  readonly also: readonly StatusState[];
  /** How the latest question came out, where that still says something about this chain. */
  readonly outcome: QuestionOutcome | undefined;
  /** The target the state is about: it is being asked, would be asked next, or is tried again. */
  readonly subject: Working | undefined;
  readonly budget: BudgetView | undefined;
  /** The chain, in order. */
  readonly targets: readonly TargetStatus[];
  /** In how many ms the state may change by time alone; Infinity: only by an event. */
  readonly changesInMs: number;
}

export type Severity = 'none' | 'warning' | 'error';

export type StatusState =
  | 'restricted'
  | 'paused'
  | 'budget-spent'
  | 'offline'
  | 'all-paused'
  | 'working'
  | 'working-on-fallback'
  | 'key-rejected'
  | 'no-answer'
  | 'half-open'
  | 'fallback'
  | 'budget-low'
  | 'set-up'
  | 'local'
  | 'closed';

const icons: Readonly<Record<StatusState, string>> = {
  restricted: 'shield',
  paused: 'debug-pause',
  'budget-spent': 'circle-slash',
  offline: 'debug-disconnect',
  'all-paused': 'circle-slash',
  working: 'loading~spin',
  'working-on-fallback': 'sync~spin',
  'key-rejected': 'key',
  'no-answer': 'error',
  'half-open': 'sync',
  fallback: 'warning',
  'budget-low': 'graph',
  'set-up': 'plug',
  local: 'lock',
  closed: 'steadfast-logo',
};

/** What the user should know now: the worst that is true, and what is true besides. */
export function describe(view: StatusView): Status {
  const targets = view.targets.map(target => statusOf(target, view));
  const usable = targets.filter(isUsable);
  const outcome = outcomeHere(view.outcome, usable);
  const [state = 'closed', ...others] = statesOf({ view, usable, outcome });
  return {
    state,
    icon: icons[state],
    severity: severityOf(state, { view, usable, outcome }),
    also: others.filter(other => isToldBesides(other, state, outcome)),
    outcome,
    subject: subjectOf(state, { view, usable, outcome }),
    budget: view.budget,
    targets,
    changesInMs: Math.min(view.offlineForMs ?? Infinity, ...targets.map(changesIn)),
  };
}

const changesIn = ({ restMs = Infinity, slow }: TargetStatus): number => Math.min(restMs, slow?.forMs ?? Infinity);

/** May this target not be asked now, although it is part of the chain? */
export function isResting({ condition }: TargetStatus): boolean {
  return condition !== 'closed' && condition !== 'half-open';
}

/** May this target be asked although there is no network? */
export function isReadyHere(target: TargetStatus): boolean {
  return target.loopback && !isResting(target) && isUsable(target);
}

interface Facts {
  readonly view: StatusView;
  /** The chain without those that count as not in it. */
  readonly usable: readonly TargetStatus[];
  readonly outcome: QuestionOutcome | undefined;
}

/** All that are true, worst first. */
function statesOf(facts: Facts): readonly StatusState[] {
  return (Object.keys(isTrue) as StatusState[]).filter(state => isTrue[state](facts));
}

/** When each state is true; the worst stands first. */
const isTrue: Readonly<Record<StatusState, (facts: Facts) => boolean>> = {
  restricted: ({ view }) => view.restricted,
  paused: ({ view }) => !view.enabled,
  'budget-spent': ({ view }) => usedShare(view.budget) >= 1,
  offline: ({ view, usable }) => view.offline && usable.some(({ loopback }) => !loopback),
  'all-paused': ({ usable }) => usable.length > 0 && usable.every(isResting) && !usable.some(isKeyRejected),
  working: ({ view }) => view.working?.position === 1,
  'working-on-fallback': ({ view }) => view.working !== undefined && view.working.position > 1,
  'key-rejected': ({ usable }) => usable.some(isKeyRejected),
  'no-answer': ({ outcome }) => outcome?.kind === 'unanswered',
  'half-open': ({ usable }) => usable.some(isProbed),
  fallback: ({ usable, outcome }) => outcome?.kind === 'fallback' || usable.some(isResting),
  'set-up': ({ usable }) => usable.length === 0,
  'budget-low': ({ view }) => view.budget !== undefined && usedShare(view.budget) >= view.budget.warnAt,
  local: ({ view }) => view.localOnly,
  closed: () => true,
};

/** Other states are said of each target, pass by themselves, or follow from the one that is shown. */
const besides: readonly StatusState[] = [
  'budget-spent',
  'offline',
  'key-rejected',
  'no-answer',
  'fallback',
  'budget-low',
];

function isToldBesides(other: StatusState, state: StatusState, outcome: QuestionOutcome | undefined): boolean {
  if (other === 'fallback') return outcome?.kind === 'fallback' && state !== 'offline' && state !== 'all-paused';
  return besides.includes(other) && !(other === 'budget-low' && state === 'budget-spent');
}

/** An outcome says nothing any more when its targets have left the chain. */
function outcomeHere(
  outcome: QuestionOutcome | undefined,
  usable: readonly TargetStatus[],
): QuestionOutcome | undefined {
  if (usable.length === 0) return undefined;
  if (outcome?.kind !== 'fallback') return outcome;
  const isIn = (id: string): boolean => usable.some(target => target.id === id);
  if (!isIn(outcome.by) || !isIn(outcome.insteadOf)) return undefined;
  const others = outcome.others?.filter(({ insteadOf }) => isIn(insteadOf));
  return others?.length === outcome.others?.length ? outcome : { ...outcome, ...(others && { others }) };
}

/** Of the limit that is nearest to its end; 0: there is none. */
function usedShare(budget: BudgetView | undefined): number {
  const measure = budget && tightest(budget);
  return measure ? shareOf(measure) : 0;
}

const severities: Readonly<Partial<Record<StatusState, Severity>>> = {
  'budget-spent': 'error',
  'all-paused': 'error',
  'key-rejected': 'error',
  'no-answer': 'error',
  'budget-low': 'warning',
};

function severityOf(state: StatusState, { usable, outcome }: Facts): Severity {
  if (state === 'offline') return usable.some(isReadyHere) ? 'warning' : 'error';
  const [primary] = usable;
  const isWithoutFirst = outcome?.kind === 'fallback' || (primary !== undefined && isResting(primary));
  return severities[state] ?? (state === 'fallback' && isWithoutFirst ? 'warning' : 'none');
}

function subjectOf(state: StatusState, { view, usable, outcome }: Facts): Working | undefined {
  if (view.working) return view.working;
  const index = usable.findIndex(target => {
    if (state === 'half-open') return isProbed(target);
    if (state === 'key-rejected') return isKeyRejected(target);
    return state === 'fallback' && outcome?.kind === 'fallback' ? target.id === outcome.by : !isResting(target);
  });
  const subject = usable[index];
  return subject && { label: subject.label, position: index + 1, of: usable.length };
}

const isProbed = ({ condition }: TargetStatus): boolean => condition === 'half-open';
const isKeyRejected = ({ condition }: TargetStatus): boolean => condition === 'credential';

/** A target without a key, or not allowed here, counts as if it were not in the chain. */
const isUsable = ({ condition }: TargetStatus): boolean => condition !== 'no-key' && condition !== 'not-allowed';
