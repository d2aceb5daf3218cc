import * as l10n from '@vscode/l10n';
import type { Status } from '../../core/status/status.ts';
import type { Running } from '../../core/status/activity.ts';
import { budgetText } from '../text/budgetText.ts';
import { plainLabel } from '../text/cleanText.ts';
import type { CommandId } from '../platform/commandIds.ts';
import { deferredText } from './badgeText.ts';
import { conditionIcons } from './statusText.ts';
import { actionsFor, targetDetails, type TargetAction } from './targetAction.ts';
import { duration } from '../text/time.ts';

/** A line of the status menu. */
export type MenuEntry =
  | { readonly kind: 'section'; readonly label: string }
  | {
      readonly kind: 'command';
      readonly command: CommandId;
      readonly icon: string;
      readonly label: string;
      readonly description: string;
    }
  | {
      readonly kind: 'target';
      readonly target: string;
      readonly icon: string;
      readonly label: string;
      readonly description: string;
      readonly actions: readonly TargetAction[];
    };

/** What the menu is made from. */
export interface MenuSources {
  readonly status: Status;
  readonly running: readonly Running[];
  /** What is being rehearsed; undefined: nothing. */
  readonly rehearsed?: string | undefined;
  /** How many questions are kept for later. */
  readonly waiting?: number;
  /** Monotonic ms. */
  readonly nowMs: number;
}

/** The status menu as it should read now: what runs, what one does, who answers, the budget, how to set up, where to turn. */
export function statusMenuEntries({
  status,
  running,
  rehearsed,
  waiting = 0,
  nowMs,
}: MenuSources): readonly MenuEntry[] {
  return [
    ...rehearsalSection(rehearsed),
    ...nowSection(running, nowMs),
    ...askSection(status),
    ...laterSection(waiting),
    ...targetsSection(status),
    ...budgetSection(status),
    ...setupSection(status),
    ...helpSection(),
  ];
}

function rehearsalSection(rehearsed: string | undefined): readonly MenuEntry[] {
  if (rehearsed === undefined) return [];
  const label = l10n.t('End the Simulation');
  return [
    { kind: 'section', label: l10n.t('Simulation') },
    { kind: 'command', command: 'steadfast.endRehearsal', icon: 'beaker', label, description: rehearsed },
  ];
}

function nowSection(running: readonly Running[], nowMs: number): readonly MenuEntry[] {
  const [first] = running;
  if (!first) return [];
  const description =
    running.length === 1
      ? l10n.t('asking {0}, {1} so far', plainLabel(first.label), duration(nowMs - first.startedAt))
      : l10n.t('{0} questions running', running.length);
  return [
    { kind: 'section', label: l10n.t('Now') },
    { kind: 'command', command: 'steadfast.cancel', icon: 'stop-circle', label: l10n.t('Cancel Request'), description },
  ];
}

function laterSection(waiting: number): readonly MenuEntry[] {
  if (waiting === 0) return [];
  const [label, description] = [l10n.t('Show Questions Kept for Later'), deferredText(waiting)];
  return [
    { kind: 'section', label: l10n.t('Later') },
    { kind: 'command', command: 'steadfast.showQueue', icon: 'inbox', label, description },
  ];
}

function targetsSection({ targets }: Status): readonly MenuEntry[] {
  if (targets.length === 0) return [];
  return [
    { kind: 'section', label: l10n.t('Models') },
    ...targets.map(target => ({
      kind: 'target' as const,
      target: target.id,
      icon: conditionIcons[target.condition],
      label: plainLabel(target.label),
      description: targetDetails(target),
      actions: actionsFor(target.condition),
    })),
    entry('steadfast.chooseTaskModel', 'tasklist', l10n.t('Who Answers Which Task…')),
  ];
}

function budgetSection({ budget, targets }: Status): readonly MenuEntry[] {
  if (targets.length === 0) return [];
  const description = budgetText(budget);
  const [set, allow] = [l10n.t('Set Workspace Budget…'), l10n.t('Allow One Question Over Budget')];
  return [
    { kind: 'section', label: l10n.t('Budget') },
    { kind: 'command', command: 'steadfast.setBudget', icon: 'edit', label: set, description },
    entry('steadfast.openDashboard', 'graph', l10n.t('Open Dashboard')),
    { kind: 'command', command: 'steadfast.allowOverBudget', icon: 'unlock', label: allow, description: '' },
    ...unkeptEntry(budget),
  ];
}

function unkeptEntry(budget: Status['budget']): readonly MenuEntry[] {
  if (budget?.isKept !== false) return [];
  const [label, description] = [
    l10n.t('Usage Not Saved'),
    l10n.t('counted only in this window; the log shows the reason'),
  ];
  return [{ kind: 'command', command: 'steadfast.showLog', icon: 'warning', label, description }];
}

/** What one does; with nobody to ask, setting somebody up comes first. */
function askSection({ targets }: Status): readonly MenuEntry[] {
  if (targets.length === 0) return [];
  return [
    { kind: 'section', label: l10n.t('Ask') },
    entry('steadfast.explain', 'comment-discussion', l10n.t('Explain')),
    entry('steadfast.ask', 'question', l10n.t('Ask…')),
    entry('steadfast.edit', 'edit', l10n.t('Edit…')),
    entry('steadfast.showAnswers', 'history', l10n.t('Show Recent Answers')),
    entry('steadfast.showReview', 'checklist', l10n.t('Show Answers Kept for Review')),
    ...(targets.length > 1 ? otherModelEntries() : []),
    entry('steadfast.takeBack', 'discard', l10n.t('Take Back Applied Edits…')),
  ];
}

/** About the answer that is open. */
const otherModelEntries = (): readonly MenuEntry[] => [
  entry('steadfast.askAnother', 'arrow-swap', l10n.t('Ask Another Model…')),
  entry('steadfast.secondOpinion', 'versions', l10n.t('Second Opinion')),
];

function setupSection({ targets }: Status): readonly MenuEntry[] {
  const tools = [
    entry('steadfast.openSettings', 'gear', l10n.t('Open Settings')),
    entry('steadfast.previewPrompt', 'eye', l10n.t('Preview Prompt')),
    entry('steadfast.clearCache', 'trash', l10n.t('Clear Cache')),
  ];
  return [
    { kind: 'section', label: l10n.t('Setup') },
    entry('steadfast.setKey', 'key', l10n.t('Set API Key…')),
    entry('steadfast.detectLocal', 'search', l10n.t('Detect Local Models')),
    entry('steadfast.addTarget', 'add', l10n.t('Add Model…')),
    ...(targets.length === 0 ? tools.slice(0, 1) : tools),
  ];
}

function helpSection(): readonly MenuEntry[] {
  return [
    { kind: 'section', label: l10n.t('Help') },
    entry('steadfast.getStarted', 'book', l10n.t('Get Started')),
    entry('steadfast.doctor', 'pulse', l10n.t('Check My Setup')),
    entry('steadfast.showLog', 'output', l10n.t('Show Log')),
    entry('steadfast.exportDiagnostics', 'archive', l10n.t('Export Diagnostics…')),
    entry('steadfast.rehearseFailure', 'beaker', l10n.t('Simulate a Failure…')),
  ];
}

const entry = (command: CommandId, icon: string, label: string): MenuEntry => ({
  kind: 'command',
  command,
  icon,
  label,
  description: '',
});
