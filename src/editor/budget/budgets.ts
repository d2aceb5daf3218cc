import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { Failure } from '../../core/model/failure.ts';
import type { Spending } from '../../core/budget/spending.ts';
import { OverBudgetOnce, setBudget, type BudgetCommandParts } from '../../interaction/budget/budgetCommands.ts';
import type { BudgetSnapshot } from '../../interaction/budget/budgetSnapshot.ts';
import { BudgetNotifier, type BudgetNotifierParts } from '../../interaction/budget/budgetNotifier.ts';
import type { OverBudgetPolicy } from '../../interaction/asking/withinBudget.ts';
import { failureMessage } from '../../interaction/text/failureMessage.ts';
import { registerCommand } from '../platform/registerCommand.ts';
import type { BudgetSettings } from '../../interaction/settings/checkedSettings.ts';
import {
  BudgetSettingNotifier,
  type BudgetSettingNotifierParts,
} from '../../interaction/budget/budgetSettingNotifier.ts';
import type { User } from '../../interaction/platform/user.ts';

/** What this workspace has used, as all windows of the machine know it. */
export interface BudgetBook extends Pick<BudgetCommandParts, 'own' | 'setOwn'>, Pick<BudgetNotifierParts, 'claim'> {
  /** As this window knows it now. */
  readonly now: () => Spending;
  /** What was used on each of the latest seven days, today last. */
  readonly recentDays: () => readonly { readonly tokens: number; readonly usd: number }[];
  /** True in exactly one window, once a month: it may tell at what pace the budget is used. */
  readonly claimPace: () => Promise<boolean>;
  /** Reads what other windows have used since. */
  readonly refresh: () => Promise<void>;
  /** Calls back after every change. The returned function ends that. */
  readonly onDidChange: (listener: () => void) => () => void;
}

/** What the budget needs of the world. */
export interface BudgetServices
  extends Pick<BudgetNotifierParts, 'level'>, Pick<BudgetSettingNotifierParts, 'problems'> {
  readonly book: BudgetBook;
  readonly budgetSnapshot: BudgetSnapshot;
  readonly user: User;
  readonly settings: () => BudgetSettings;
  /** Takes down what went wrong while telling, which must not touch a question. */
  readonly log: Pick<vscode.LogOutputChannel, 'error'>;
}

/** The budget as the user meets it: its commands, what is told of it once, and what the status shows. */
export function registerBudgets(parts: BudgetServices): {
  readonly overBudgetPolicy: OverBudgetPolicy;
  readonly all: vscode.Disposable;
} {
  const { book, user, settings } = parts;
  const once = new OverBudgetOnce();
  const stop = follow(parts);
  const all = vscode.Disposable.from(
    { dispose: stop },
    registerCommand('steadfast.setBudget', () =>
      setBudget({
        user,
        own: book.own,
        setOwn: book.setOwn,
        spending: async () => {
          await book.refresh();
          return book.now();
        },
      }),
    ),
    registerCommand('steadfast.allowOverBudget', () => once.allow(user)),
  );
  const overBudgetPolicy: OverBudgetPolicy = {
    takeLeave: () => once.take(),
    hasLeave: () => once.isAllowed,
    askLeave: async failure => {
      if (settings().onExceeded !== 'ask') return undefined;
      return user.confirm({
        question: overBudgetWords(failure),
        detail: l10n.t(
          'If not, Steadfast uses cheaper or free models, then cached answers, then what the editor knows.',
        ),
        yes: l10n.t('Ask Over Budget'),
      });
    },
  };
  return { overBudgetPolicy, all };
}

/** Nothing was sent yet, but what is asked is whether it shall be. */
function overBudgetWords({ details }: Failure): string {
  const spent = new Failure('budget-spent', details);
  return failureMessage(spent, id => id).happened;
}

/** The status and the notifiers hear of every change. */
function follow({ book, budgetSnapshot, log, user, ...parts }: BudgetServices): () => void {
  const notifier = new BudgetNotifier({
    ...parts,
    warnAt: () => parts.settings().warnAt,
    onExceeded: () => parts.settings().onExceeded,
    claim: book.claim,
    show: (message, ...buttons) => user.offer({ kind: 'warning', message, buttons }),
    setBudget: () => vscode.commands.executeCommand('steadfast.setBudget'),
    allowOver: () => vscode.commands.executeCommand('steadfast.allowOverBudget'),
  });
  const problemNotifier = new BudgetSettingNotifier({
    ...parts,
    show: (message, button) => user.offer({ kind: 'warning', message, buttons: [button] }),
    openSettings: () => vscode.commands.executeCommand('workbench.action.openSettings', 'steadfast.budget'),
  });
  const logError = (error: unknown): void => log.error(error instanceof Error ? error : String(error));
  const look = (): void => {
    problemNotifier.look().catch(logError);
    const spending = book.now();
    budgetSnapshot.set(spending);
    notifier.hear(spending).catch(logError);
  };
  problemNotifier.look().catch(logError);
  return book.onDidChange(look);
}
