import * as l10n from '@vscode/l10n';
import type { Status } from '../../core/status/status.ts';
import type { TargetStatus } from '../../core/status/targetStatus.ts';
import { budgetText, savedText } from '../text/budgetText.ts';
import { markdownText, plainLabel } from '../text/cleanText.ts';
import {
  accessibleRehearsal,
  accessibleStatus,
  conditionIcons,
  conditionText,
  lastFailureText,
  nextTry,
} from './statusText.ts';
import { retirementText } from './retirementText.ts';
import { duration } from '../text/time.ts';
import { slownessText, switchedText } from './switchedText.ts';
import { deferredText } from './badgeText.ts';
import { tooltipCommands } from './tooltipCommands.ts';

/**
 * The status bar's tooltip as Markdown with theme icons: what is rehearsed, why another model answered, a table of the targets, which
 * of them are slow or retired, what was used, how many questions are kept for later, and links. Texts from outside are escaped.
 */
export function statusTooltip(status: Status, rehearsed?: string, waiting = 0): string {
  const rehearsal = rehearsed === undefined ? '' : `$(beaker) **${markdownText(accessibleRehearsal(rehearsed))}**`;
  const isRehearsed = rehearsed !== undefined;
  const queue = waiting === 0 ? '' : `$(inbox) ${link(deferredText(waiting), 'steadfast.showQueue')}`;
  const sentence = `**${markdownText(accessibleStatus(status))}**`;
  const told = [sentence, switchLine(status), tableOf(status.targets), ...noticeLines(status), budgetLine(status)];
  return [rehearsal, ...told, queue, links(isRehearsed)].filter(part => part !== '').join('\n\n');
}

function switchLine(status: Status): string {
  const words = switchedText(status);
  return words === '' ? '' : `$(arrow-swap) ${markdownText(words)}`;
}

/** What is to be known of single targets and has no column. */
const noticeLines = ({ targets }: Status): readonly string[] =>
  targets.flatMap(({ label, slow, retirement }) => [
    ...(slow ? [notice('watch', label, slownessText(slow))] : []),
    ...(retirement?.isOver ? [notice('archive', label, retirementText(retirement))] : []),
  ]);

const notice = (icon: string, label: string, words: string): string =>
  `$(${icon}) ${markdownText(l10n.t('{0}: {1}', plainLabel(label), words))}`;

function tableOf(targets: readonly TargetStatus[]): string {
  if (targets.length === 0) return '';
  const heads = [
    l10n.t('Model'),
    l10n.t('State'),
    l10n.t('Median time'),
    l10n.t('Last failure'),
    l10n.t('Next try in'),
  ];
  return [
    row(heads.map(markdownText)),
    row(heads.map(() => ':---')),
    ...targets.map(target => row(cells(target))),
  ].join('\n');
}

function cells(target: TargetStatus): readonly string[] {
  const { condition, p50Ms, lastFailure } = target;
  return [
    markdownText(plainLabel(target.label)),
    `$(${conditionIcons[condition]}) ${markdownText(conditionText(condition))}`,
    p50Ms === undefined ? '–' : markdownText(duration(p50Ms)),
    lastFailure === undefined ? '–' : markdownText(lastFailureText(lastFailure)),
    markdownText(nextTry(target) || '–'),
  ];
}

function budgetLine({ budget }: Status): string {
  if (!budget) return '';
  const told = [budgetText(budget), savedText(budget)].filter(words => words !== '').join('; ');
  const words = `$(graph) ${markdownText(told)}`;
  const unkept = l10n.t('Usage cannot be saved now. It is counted only in this window.');
  return budget.isKept ? words : `${words}\n\n$(warning) ${markdownText(unkept)}`;
}

const row = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;

function links(isRehearsed: boolean): string {
  const [menu, log, end, , dashboard] = tooltipCommands;
  const usual = [
    link(l10n.t('Show Menu'), menu),
    link(l10n.t('Open Dashboard'), dashboard),
    link(l10n.t('Show Log'), log),
  ];
  return [...(isRehearsed ? [link(l10n.t('End the Simulation'), end)] : []), ...usual].join(' · ');
}

const link = (text: string, command: (typeof tooltipCommands)[number]): string =>
  `[${markdownText(text)}](command:${command})`;
