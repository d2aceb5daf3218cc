import { Ledger } from '../../../src/core/budget/ledger.ts';
import type { BudgetRefusal, Reservation, ReserveRequest } from '../../../src/core/budget/reservation.ts';
import type { Standing } from '../../../src/core/budget/budgetStanding.ts';
import type { BudgetParts } from '../../../src/core/layers/budget.ts';
import type { BudgetLimit } from '../../../src/core/model/note.ts';
import type { Price, Target } from '../../../src/core/model/target.ts';
import type { Clock } from '../../../src/core/model/clock.ts';
import type { SharedLog } from '../../../src/core/shared/sharedLog.ts';
import type { BundleSettings } from '../bundle/bundleSettings.ts';
import type { RecordedQuestion } from '../record/recordedQuestion.ts';

const limits: readonly string[] = ['day', 'month', 'money'] satisfies readonly BudgetLimit[];
const isLimit = (because: string | undefined): because is BudgetLimit => limits.includes(because ?? '');

/** What was spent before is not in a journal. So the budget says to each question what it said then; the layers make of it what they make. */
export function scriptedBudget(
  recorded: RecordedQuestion,
  clock: Clock,
  { targets, budget }: Pick<BundleSettings, 'targets' | 'budget'>,
): Omit<BudgetParts, 'clock'> {
  // a reservation does not say for whom it is: each target has a price of its own
  const prices = new Map(targets.map(target => [target.id, priceOf(target)]));
  const ledger = new ScriptedLedger(recorded, clock, id => prices.get(id));
  return {
    ledger,
    workspace: () => recorded.key,
    priceOf: ({ id }) => prices.get(id),
    onExceeded: () => budget.onExceeded,
    upperFactor: () => 1,
  };
}

/** An unknown price is one, too, for what costs: it is not free. */
const priceOf = ({ price, loopback }: Target): Price => ({ ...(price ?? { input: loopback ? 0 : 1, output: 0 }) });

class ScriptedLedger extends Ledger {
  readonly #refused: ReadonlyMap<Price | undefined, BudgetLimit>;
  readonly #isSpentFromStart: boolean;
  readonly #isSpentLater: boolean;
  readonly #isUnkept: boolean;
  #hasReserved = false;
  #hasRefused = false;

  constructor({ entry }: RecordedQuestion, clock: Clock, priceOf: (id: string) => Price | undefined) {
    super({ log: nothing, clock, newId: () => '', dayOf: () => '', limits: () => none });
    const over = entry.decisions.filter(({ kind }) => kind === 'over-budget');
    this.#refused = new Map(
      over.flatMap(({ target = '', because }) => (isLimit(because) ? [[priceOf(target), because]] : [])),
    );
    const isClosed = entry.decisions.some(({ kind, because }) => kind === 'skipped' && because === 'budget');
    const paid = entry.attempts.filter(({ target }) => isPaid(priceOf(target)));
    this.#isSpentFromStart = isClosed && paid.length + over.length === 0;
    this.#isSpentLater = isClosed && !this.#isSpentFromStart;
    this.#isUnkept = entry.outcome === 'budget-blocked' && over.length === 0;
  }

  override get kept(): boolean {
    return !this.#isUnkept;
  }

  override reserve({ price }: ReserveRequest): Promise<Reservation | BudgetRefusal> {
    const because = this.#refused.get(price);
    if (because !== undefined) {
      this.#hasRefused = true;
      return Promise.resolve({ because, used: 1, limit: 1 });
    }
    this.#hasReserved = true;
    return Promise.resolve({ settle: () => Promise.resolve(), release: () => Promise.resolve() });
  }

  override standing(workspace: string): Standing {
    const isSpent = this.#isSpentFromStart || (this.#isSpentLater && (this.#hasReserved || this.#hasRefused));
    return { ...super.standing(workspace), spent: isSpent ? 'day' : undefined };
  }
}

const isPaid = (price: Price | undefined): boolean => price === undefined || price.input > 0 || price.output > 0;

const none = { dayTokens: 0, monthTokens: 0, monthUsd: 0 };

const nothing: SharedLog = {
  subscribe: () => () => undefined,
  append: () => Promise.resolve(),
  refresh: () => Promise.resolve(),
  durable: true,
};
