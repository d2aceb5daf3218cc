import { createRoute, type Route } from '../core/routing/router.ts';
import type { RoomParts } from '../core/prompt/trimTo.ts';
import { strategiesWith, type LearningStrategies } from '../core/routing/strategies/all.ts';
import { restingBecause } from '../core/resilience/restingBecause.ts';
import type { Circuits } from '../core/resilience/circuits.ts';
import type { WindowServices } from './windowServices.ts';
import type { Clock } from '../core/model/clock.ts';
import type { QuestionObserver } from '../core/model/questionRecord.ts';
import { shareOf, tightest } from '../core/budget/spending.ts';
import { AnswerLengths } from '../core/routing/answerLengths.ts';
import { AnswerOrigins } from '../core/routing/learned/answerOrigins.ts';
import { Learner } from '../core/routing/learned/learner.ts';
import { SharedLearning } from '../core/routing/learned/sharedLearning.ts';
import { tiered } from '../core/routing/strategies/tiered.ts';
import type { Sharing } from '../core/shared/sharedLog.ts';
import type { LedgerServices } from './ledgerServices.ts';

/** What routing looks at besides the settings. */
interface Known {
  readonly circuits: Circuits;
  readonly room: RoomParts;
  readonly byKept: LearningStrategies;
  readonly lengths: AnswerLengths;
}

/** In which order targets are asked, by the settings of now. */
export function openRoute(
  { activity, clock, currentTargets }: Pick<WindowServices, 'activity' | 'clock' | 'currentTargets'>,
  { circuits, room, byKept, lengths }: Known,
): Route {
  const routing = () => currentTargets.settings.routing;
  const strategies = strategiesWith(byKept);
  return createRoute({
    strategy: () => strategies[routing().strategy],
    setFor: task => task && routing().tasks.get(task),
    thresholds: () => routing().thresholds,
    paceOf: id => activity.paceOf(id),
    priceOf: ({ price }) => price, // the client's targets have what the table of models says
    room,
    isReady: target => currentTargets.barred(target) === undefined && restingBecause(target, circuits) === undefined,
    usualShare: task => lengths.shareFor(task),
    chance: () => clock.random(),
  });
}

/** What is learnt of whose answers are kept. */
export interface LearningServices {
  readonly learning: SharedLearning;
  /** Where answers came from; hears of every question. */
  readonly origins: AnswerOrigins & QuestionObserver;
  readonly byKept: LearningStrategies;
  /** How long answers usually are; hears of every question. */
  readonly lengths: AnswerLengths;
  readonly dispose: () => void;
}

/** What learning is made from. */
type LearningSources = Pick<WindowServices, 'channel' | 'clock' | 'currentTargets'> & {
  readonly sharing: Sharing;
  readonly ledgerServices: Pick<LedgerServices, 'book' | 'costOf'>;
};

/** Opens it. What was learnt is read at once only where questions are routed by it. */
export function openLearning({
  channel,
  clock,
  currentTargets,
  sharing,
  ledgerServices,
}: LearningSources): LearningServices {
  const log = sharing.openSharedLog('learned', {
    keep: 2,
    carryOver: () => learning.carryOver(),
    onTrouble: (trouble, detail) => channel.warn(`learned: ${trouble}: ${detail}`),
  });
  const learner = new Learner({ tiered, wall: () => clock.wall() });
  const learning: SharedLearning = new SharedLearning({ log, learner, clock });
  const catchUp = catchingUp(learning, clock);
  if (['tiered', 'learned'].includes(currentTargets.settings.routing.strategy)) catchUp();
  return {
    learning,
    origins: new AnswerOrigins(ledgerServices.costOf),
    lengths: new AnswerLengths(clock),
    byKept: {
      tiered: (demand, candidates, chance) => {
        catchUp();
        return tiered(demand, learner.regarded(candidates), chance);
      },
      learned: (demand, candidates, chance) => {
        catchUp();
        return learner.order(demand, candidates, { chance, mayExplore: !isBudgetLow(ledgerServices, currentTargets) });
      },
    },
    dispose: () => {
      learning.dispose();
      log.close();
    },
  };
}

/** Above the budget's warning level nothing is asked only to learn. */
function isBudgetLow(
  { book }: LearningSources['ledgerServices'],
  { settings }: WindowServices['currentTargets'],
): boolean {
  const measure = tightest(book.now());
  return measure !== undefined && shareOf(measure) >= settings.budget.warnAt;
}

/** What other windows have seen is read at most this often, ms. */
const staleMs = 1_000;

function catchingUp(learning: SharedLearning, clock: Pick<Clock, 'now'>): () => void {
  let readAt = -Infinity;
  return () => {
    if (clock.now() - readAt < staleMs) return;
    readAt = clock.now();
    void learning.refresh(); // never rejects
  };
}
