import type * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { type DecideParts, decideAnswer } from '../../interaction/review/decideAnswer.ts';
import type { ReviewLists } from '../../interaction/review/reviewLists.ts';
import { registerCommand } from '../platform/registerCommand.ts';
import { showUnsaved } from '../platform/showUnsaved.ts';
import { AnswersEdited } from './answersEdited.ts';

/** What the commands of the view For Your Decision need of the world. */
export interface ReviewCommandParts extends DecideParts {
  readonly lists: Pick<ReviewLists, 'all' | 'choose'>;
  /** Label of a target id. */
  readonly labelOf: (target: string) => string;
}

/** Approve, edit and reject, what the view shows, and export. */
export function registerReview(parts: ReviewCommandParts): readonly vscode.Disposable[] {
  const edited = new AnswersEdited(parts);
  return [
    edited,
    registerCommand('steadfast.approveKept', item => decideAnswer('approved', item, parts)),
    registerCommand('steadfast.rejectKept', item => decideAnswer('discarded', item, parts)),
    registerCommand('steadfast.editKept', item => edited.begin(item)),
    registerCommand('steadfast.proposeEdited', () => edited.propose()),
    registerCommand('steadfast.filterReview', () => parts.lists.choose()),
    registerCommand('steadfast.exportReview', () => exportReview(parts)),
  ];
}

/** Opens what waits and was decided as a document that is not saved: the user looks at it, and saves it or not. */
async function exportReview({ lists, user, labelOf }: ReviewCommandParts): Promise<void> {
  const all = await lists.all();
  if (all.waiting.length + all.decided.length === 0)
    return user.tell(l10n.t('There is nothing to export: no answer waits, and none was decided.'));
  const language = await user.pick(l10n.t('Export as'), [
    { label: l10n.t('JSON, for programs'), value: 'json' },
    { label: l10n.t('Markdown, to read'), value: 'markdown' },
  ]);
  if (language === undefined) return;
  const { reviewJson, reviewMarkdown } = await import('../../interaction/review/reviewExport.ts');
  const content = language === 'json' ? reviewJson(all) : reviewMarkdown(all, labelOf);
  await showUnsaved({ language, content });
}
