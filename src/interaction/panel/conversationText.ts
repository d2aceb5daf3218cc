import * as l10n from '@vscode/l10n';
import type { Notice, TurnView } from '../../shared/protocol.ts';

/** What a panel shows, as a text to read, search and copy: every question with its answer and all that is said of it. */
export const conversationText = (turns: readonly TurnView[]): string =>
  `${turns.map(turnText).join(`\n\n${rule}\n\n`)}\n`;

const rule = '═'.repeat(40);

function turnText({ question, status, notice, facts, comparison, text, partials, provenance, why }: TurnView): string {
  const parts = [
    l10n.t('Question: {0}', question),
    status,
    ...(notice ? [noticeText(notice)] : []),
    ...(facts ? [noticeText({ title: facts.title, lines: facts.facts.map(fact => fact.text) })] : []),
    ...(comparison ? [noticeText(comparison)] : []),
    ...partials.map(partial => `${partial.label}\n\n${partial.text}`),
    text.trim(),
    provenance.join('\n'),
    ...(why ? [noticeText(why)] : []),
  ];
  return parts.filter(part => part.trim() !== '').join('\n\n');
}

const noticeText = ({ title, lines, advice = '' }: Pick<Notice, 'title' | 'lines' | 'advice'>): string =>
  [title, ...lines.map(line => `- ${line}`), advice].filter(line => line !== '').join('\n');
