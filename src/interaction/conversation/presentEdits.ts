import * as l10n from '@vscode/l10n';
import type { Outcome } from '../../assist/assistance.ts';
import { placeBlocks } from '../../assist/edits/placeBlocks.ts';
import { inSteps } from '../../core/shared/steps.ts';
import type { AskRequest, ProposalShown, ProposedFiles } from '../asking/askRequest.ts';
import type { Turn } from './turn.ts';
import { pace } from '../platform/pace.ts';
import { leftTexts } from '../edits/leftText.ts';

/** An answer that changes several files. */
export interface AnsweredEdits {
  readonly turn: Turn;
  readonly asked: AskRequest;
  readonly summary: string;
}

/** Shows what of an answer has its place as one diff of all files, and says of the rest why it is only shown. */
export async function presentEdits(
  { blocks }: Extract<Outcome, { kind: 'edits' }>,
  { turn, asked: { assistance, context }, summary }: AnsweredEdits,
  proposeAll: (proposed: ProposedFiles) => Promise<ProposalShown>,
): Promise<Partial<Turn>> {
  const { files, left } = await inSteps(placeBlocks(blocks, context.files ?? []), pace);
  const told = leftTexts(left);
  if (files.length === 0)
    return told.length === 0
      ? { unusable: l10n.t('The answer changes nothing.') }
      : { onlyShown: [l10n.t('None of the changes can be applied.'), ...told].join(' ') };
  const { refusal, cautions } = await proposeAll({
    task: assistance.task,
    files: files.map(({ file: { path, uri, language }, placed }) => ({
      path,
      uri,
      language,
      blocks: placed.map(({ block }) => block),
    })),
    title: turn.title,
    summary,
    question: turn.id,
  });
  return {
    cautions: [...told, ...cautions],
    onlyShown: refusal,
    ...(refusal === undefined && { proposed: true }),
  };
}
