import type { BudgetParts } from '../core/layers/budget.ts';
import { Ledger, type RecordedLimits } from '../core/budget/ledger.ts';
import { microsPerUsd } from '../core/budget/ledgerRecords.ts';
import type { Limits, Meter } from '../core/budget/budgetStanding.ts';
import type { LogTrouble, Sharing } from '../core/shared/sharedLog.ts';
import { costOf, modelFacts, type ModelFacts } from '../core/budget/modelTable.ts';
import { savingsOf, type Saving } from '../core/budget/savings.ts';
import type { Measure, Spending } from '../core/budget/spending.ts';
import type { BudgetSettings } from '../interaction/settings/checkedSettings.ts';
import type { Target } from '../core/model/target.ts';
import type { BudgetBook } from '../editor/budget/budgets.ts';
import type { WindowServices } from './windowServices.ts';
import { modelTable } from '../libraries/bundledModels.ts';
import type { QuestionRecord } from '../core/model/questionRecord.ts';
import type { Usage } from '../core/model/answer.ts';

/** What is spent, by whom, and what may be. */
export interface LedgerServices {
  readonly book: BudgetBook;
  /** What the client needs to keep within the budget. */
  readonly budget: Omit<BudgetParts, 'clock' | 'upperFactor'>;
  /** The target with what the table of models knows of its window, its longest answer and its price. */
  readonly withFacts: (target: Target) => Target;
  /** US dollars; undefined: the price is not known. `target` is an id. */
  readonly costOf: (target: string, usage: Usage) => number | undefined;
  /** The day of which the prices in the table of models are: '2026-11-22'. */
  readonly pricesFrom: string;
  /** What a question was spared. */
  readonly savingsOf: (entry: QuestionRecord) => readonly Saving[];
  /** A question has ended: what it was spared is booked. */
  readonly save: (entry: QuestionRecord) => void;
  readonly dispose: () => void;
}

/** What of the window the ledger is made from. */
type LedgerSources = Pick<WindowServices, 'channel' | 'clock' | 'currentTargets'> & { readonly sharing: Sharing };

/** Opens the ledger; nothing is read before it is needed. `onTrouble` is for the user, the log has it. */
export function openLedgerServices(services: LedgerSources, onTrouble: (trouble: LogTrouble) => void): LedgerServices {
  const { currentTargets } = services;
  const { workspaceId } = services.sharing;
  const { ledger, close } = openLedger(services, onTrouble);
  const known = (id: string) =>
    [...currentTargets.targets, ...currentTargets.settings.targets].find(target => target.id === id);
  const factsOf = rememberedFacts();
  const priceOf = (id: string) => {
    const target = known(id);
    return target && factsOf(target).price;
  };
  return {
    withFacts: target => ({ ...target, ...factsOf(target) }),
    book: bookOf(ledger, services),
    budget: {
      ledger,
      workspace: workspaceId,
      priceOf: target => target.price,
      onExceeded: () => currentTargets.settings.budget.onExceeded,
    },
    costOf: (id, usage) => {
      const price = priceOf(id);
      return price && costOf(usage, price);
    },
    pricesFrom:
      modelTable.lists
        .map(({ asOf }) => asOf)
        .toSorted()
        .at(-1) ?? '',
    savingsOf: entry => savingsOf(entry, { priceOf }),
    save: entry => void ledger.save(workspaceId(), savingsOf(entry, { priceOf })),
    dispose: close,
  };
}

/** What other windows spend is shown this soon. */
const lookMs = 2_000;

function openLedger(
  { clock, currentTargets, channel, sharing }: LedgerSources,
  onTrouble: (trouble: LogTrouble) => void,
) {
  const log = sharing.openSharedLog('ledger', {
    keep: 3,
    carryOver: () => ledger.carryOver(),
    onTrouble: (trouble, detail) => {
      channel.warn(`ledger: ${trouble}: ${detail}`);
      if (trouble === 'damaged')
        void tellDamage(); // each window reads it
      else onTrouble(trouble);
    },
  });
  const ledger: Ledger = new Ledger({
    log,
    clock,
    newId: () => crypto.randomUUID(),
    dayOf: sharing.dayOf,
    limits: (_workspace, recorded) => limitsOf(recorded, currentTargets.settings.budget),
  });
  const tellDamage = async (): Promise<void> => {
    if (await ledger.sayOnce('damaged')) onTrouble('damaged');
  };
  const look = setInterval(() => void ledger.refresh(), lookMs);
  const stop = logRecovery(ledger, channel);
  const close = (): void => {
    clearInterval(look);
    stop();
    ledger.dispose();
    log.close();
  };
  return { ledger, close };
}

/** What a person has set for this workspace counts, whatever its own files say. */
function limitsOf(recorded: RecordedLimits, { dayTokens, monthTokens, monthUsd }: BudgetSettings): Limits {
  return { dayTokens: recorded.dayTokens ?? dayTokens, monthTokens: recorded.monthTokens ?? monthTokens, monthUsd };
}

function logRecovery(ledger: Ledger, channel: WindowServices['channel']): () => void {
  let wasKept = true;
  return ledger.onDidChange(() => {
    if (ledger.kept && !wasKept) channel.info('ledger: written down again');
    wasKept = ledger.kept;
  });
}

function savedBy(ledger: Ledger, workspace: string): NonNullable<Spending['saved']> {
  const tally = ledger.overview().find(spent => spent.workspace === workspace)?.saved;
  const fields = Object.entries(tally ?? {});
  const sum = (unit: string): number =>
    fields.filter(([name]) => name.endsWith(unit)).reduce((total, [, value]) => total + value, 0);
  return { tokens: sum('Tokens'), usd: sum('Micros') / microsPerUsd };
}

/** Targets never change, so what is known of one is looked up once. */
function rememberedFacts(): (target: Target) => ModelFacts {
  const known = new WeakMap<Target, ModelFacts>();
  return target => {
    const facts = known.get(target) ?? modelFacts(modelTable, target);
    known.set(target, facts);
    return facts;
  };
}

function bookOf(ledger: Ledger, { currentTargets, sharing: { workspaceId } }: LedgerSources): BudgetBook {
  const levels = { low: () => currentTargets.settings.budget.warnAt, spent: () => 1 };
  return {
    now: () => spendingOf(ledger, workspaceId()),
    refresh: () => ledger.refresh(),
    own: which => ledger.recordedLimits(workspaceId())[which === 'day' ? 'dayTokens' : 'monthTokens'],
    setOwn: (which, tokens) => ledger.setLimit(workspaceId(), which, tokens ?? 0),
    recentDays: () => ledger.recentDays(workspaceId(), 7),
    claimPace: () => ledger.warnOnce(workspaceId(), 'month', 0), // no level of a warning is 0
    claim: (which, level) => ledger.warnOnce(workspaceId(), which, levels[level]()),
    onDidChange: listener => {
      const ends = [ledger.onDidChange(listener), currentTargets.onDidChange(listener)];
      return () => ends.forEach(end => end());
    },
  };
}

function spendingOf(ledger: Ledger, workspace: string): Spending {
  const { day, month, money } = ledger.standing(workspace);
  const measure = (which: Measure['which'], { used, limit }: Meter): Measure => ({ which, used, limit });
  return {
    measures: [measure('day', day), measure('month', month), measure('money', money)],
    isEstimated: day.estimated > 0 || month.estimated > 0,
    todayUsd: ledger.recentDays(workspace, 1)[0]?.usd ?? 0,
    saved: savedBy(ledger, workspace),
    isKept: ledger.kept,
  };
}
