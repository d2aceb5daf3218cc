import * as l10n from '@vscode/l10n';
import type { Action } from '../../shared/protocol.ts';

/** What the status menu offers: there no panel needs to be in use. */
export const isOfAnyPanel = (action: Action): boolean =>
  action === 'askAnother' || action === 'secondOpinion' || action === 'checkByRunning';

/** What is said where no panel is open at all. */
export const nothingOpenText = (): string =>
  l10n.t('No answer is open. Ask a question first, or open one under Recent Answers.');

/** What the buttons of a panel do, as commands for the keyboard. */
export const panelActions = [
  'stop',
  'askNext',
  'continue',
  'askAgain',
  'tryAnother',
  'askAnother',
  'secondOpinion',
  'showBoth',
  'alwaysUse',
  'doNotAlwaysUse',
  'showEdit',
  'useAnyway',
  'askStronger',
  'rephrase',
  'keepForReview',
  'discard',
  'approve',
  'askLater',
  'forgetLater',
  'checkByRunning',
  'helpful',
  'notHelpful',
] as const satisfies readonly Action[];
