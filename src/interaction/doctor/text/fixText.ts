import * as l10n from '@vscode/l10n';
import type { DoctorCommand, DoctorFix } from '../found/doctorFinding.ts';

/** The words of a link. */
export function fixText({ command, argument }: DoctorFix): string {
  if (command === 'workbench.action.openSettings' && argument !== undefined)
    return l10n.t('Open Setting {0}', argument);
  return words[command]();
}

const words: Readonly<Record<DoctorCommand, () => string>> = {
  'steadfast.setKey': () => l10n.t('Set API Key…'),
  'steadfast.importKeys': () => l10n.t('Import API Keys from Environment…'),
  'steadfast.moveKeys': () => l10n.t('Move API Keys to Secret Storage…'),
  'steadfast.addTarget': () => l10n.t('Add Model…'),
  'steadfast.testTarget': () => l10n.t('Test Model'),
  'steadfast.detectLocal': () => l10n.t('Detect Local Models'),
  'steadfast.openSettings': () => l10n.t('Open Settings'),
  'steadfast.resetCircuit': () => l10n.t('Retry This Model'),
  'steadfast.pauseTarget': () => l10n.t('Resume This Model'),
  'steadfast.setBudget': () => l10n.t('Set Workspace Budget…'),
  'steadfast.allowOverBudget': () => l10n.t('Allow One Question Over Budget'),
  'steadfast.endRehearsal': () => l10n.t('End the Simulation'),
  'steadfast.showLog': () => l10n.t('Show Log'),
  'steadfast.getStarted': () => l10n.t('Get Started'),
  'steadfast.doctor': () => l10n.t('Check Again'),
  'workbench.action.openSettings': () => l10n.t('Open Settings'),
  'workbench.action.openSettingsJson': () => l10n.t('Open User Settings (JSON)'),
  'workbench.action.openRemoteSettingsFile': () => l10n.t('Open Remote Settings (JSON)'),
  'workbench.action.openWorkspaceSettingsFile': () => l10n.t('Open Workspace Settings (JSON)'),
  'workbench.trust.manage': () => l10n.t('Manage Workspace Trust'),
  'workbench.view.extensions': () => l10n.t('Show Extensions'),
};
