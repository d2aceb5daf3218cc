import * as l10n from '@vscode/l10n';
import type { Action } from '../../shared/protocol.ts';

/** What a button says. */
export const actionText = (action: Action): string => actionNames[action]();

const actionNames = {
  stop: () => l10n.t('Stop'),
  askNext: () => l10n.t('Ask Next Model Now'),
  continue: () => l10n.t('Continue'),
  askAgain: () => l10n.t('Ask Again'),
  askWhole: () => l10n.t('Ask About the Whole Function'),
  tryAnother: () => l10n.t('Try Another Model'),
  askAnother: () => l10n.t('Ask Another Model…'),
  secondOpinion: () => l10n.t('Second Opinion'),
  showBoth: () => l10n.t('Show Both Side by Side'),
  alwaysUse: () => l10n.t('Always Use This Model for This Task'),
  doNotAlwaysUse: () => l10n.t('Do Not Always Use This Model for This Task'),
  copy: () => l10n.t('Copy'),
  insert: () => l10n.t('Insert'),
  showEdit: () => l10n.t('Show Edit'),
  setKey: () => l10n.t('Set API Key…'),
  detectLocal: () => l10n.t('Detect Local Models'),
  openSettings: () => l10n.t('Open Settings'),
  addTarget: () => l10n.t('Add Model…'),
  showLog: () => l10n.t('Show Log'),
  setBudget: () => l10n.t('Set Workspace Budget…'),
  askOverBudget: () => l10n.t('Ask Over Budget'),
  useAnyway: () => l10n.t('Use Anyway'),
  askStronger: () => l10n.t('Ask a Stronger Model'),
  rephrase: () => l10n.t('Rephrase and Ask Again'),
  checkByRunning: () => l10n.t('Check by Running…'),
  helpful: () => l10n.t('Helpful'),
  notHelpful: () => l10n.t('Not Helpful'),
  keepForReview: () => l10n.t('Keep for Review'),
  discard: () => l10n.t('Discard'),
  approve: () => l10n.t('Approve'),
  askLater: () => l10n.t('Ask Later'),
  forgetLater: () => l10n.t('Remove from List'),
} as const satisfies Record<Action, () => string>;
