import * as l10n from '@vscode/l10n';
import { type Measure, type OnExceeded, type Spending, shareOf } from '../../core/budget/spending.ts';
import { measureText } from '../text/budgetText.ts';
import type { NotificationLevel } from '../platform/notificationLevel.ts';

/** How far a budget is used when something is said of it. */
export type BudgetLevel = 'low' | 'spent';

/** What telling of a used budget needs of the world. */
export interface BudgetNotifierParts {
  readonly level: () => NotificationLevel;
  readonly warnAt: () => number;
  readonly onExceeded: () => OnExceeded;
  /** May this window say it? Once in a period, whatever the number of windows. */
  readonly claim: (which: Measure['which'], level: BudgetLevel) => Promise<boolean>;
  /** Shows a message with buttons; resolves with the one that was pressed. */
  readonly show: (message: string, ...buttons: readonly string[]) => PromiseLike<string | undefined>;
  readonly setBudget: () => PromiseLike<unknown>;
  readonly allowOver: () => PromiseLike<unknown>;
}

/** Tells the user once in a period that little of a budget is left, and once that it is used. */
export class BudgetNotifier {
  readonly #parts: BudgetNotifierParts;
  /** What this window has said, or heard that another one has. */
  readonly #said = new Map<string, number>();

  constructor(parts: BudgetNotifierParts) {
    this.#parts = parts;
  }

  /** Resolves when what there was to say is closed. */
  async hear(spending: Spending): Promise<void> {
    for (const measure of spending.measures) {
      const share = shareOf(measure);
      if (share >= 1) await this.#say('spent', measure, spending);
      else if (share >= this.#parts.warnAt()) await this.#say('low', measure, spending);
      else for (const level of ['low', 'spent']) this.#said.delete(`${measure.which} ${level}`); // a new period
    }
  }

  async #say(level: BudgetLevel, measure: Measure, spending: Spending): Promise<void> {
    const about = `${measure.which} ${level}`;
    if (this.#said.get(about) === measure.limit) return;
    this.#said.set(about, measure.limit);
    const { claim, show, setBudget, allowOver } = this.#parts;
    if (!(await claim(measure.which, level)) || this.#parts.level() === 'none') return;
    const [set, over] = [l10n.t('Set Workspace Budget…'), l10n.t('Allow One Question Over Budget')];
    const buttons = [...(measure.which === 'money' ? [] : [set]), ...(level === 'spent' ? [over] : [])];
    const pressed = await show(
      wordsOf(level, measure, { ...spending, onExceeded: this.#parts.onExceeded() }),
      ...buttons,
    );
    if (pressed === set) await setBudget();
    if (pressed === over) await allowOver();
  }
}

interface BudgetState extends Spending {
  readonly onExceeded: OnExceeded;
}

function wordsOf(level: BudgetLevel, measure: Measure, state: BudgetState): string {
  const used = measureText(measure, state);
  if (level === 'low') return l10n.t('Little of the budget is left: {0}.', used);
  const happened = l10n.t('The budget is used up: {0}.', used);
  const limit =
    measure.which === 'money' ? [l10n.t('You can change the limit in the setting steadfast.budget.monthlyUsd.')] : [];
  return [happened, consequences[state.onExceeded](), ...limit].join(' ');
}

/** What becomes of the next question. */
const consequences = {
  degrade: () => l10n.t('From now on, Steadfast uses free models, then cached answers, then what the editor knows.'),
  ask: () => l10n.t('From now on, Steadfast asks you before each question that goes over the budget.'),
  block: () =>
    l10n.t(
      'From now on, a question ends when the next model to ask is not free; nothing is sent to it, and no other model is asked.',
    ),
} as const satisfies Record<OnExceeded, () => string>;
