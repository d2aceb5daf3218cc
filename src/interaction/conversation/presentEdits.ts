import * as l10n from '@vscode/l10n';
import type { Outcome } from '../../assist/assistance.ts';
import { placeBlocks } from '../../assist/edits/placeBlocks.ts';
import { inSteps } from '../../core/shared/steps.ts';
import type { AskRequest, ProposalShown, ProposedFiles } from '../asking/askRequest.ts';
import type { Turn } from './turn.ts';
import type { EditBlock } from '../../assist/edits/editBlock.ts';
import { notNotedText } from '../doubts/doubtNote.ts';
import { withNote } from '../../assist/noted/withNote.ts';
import { pace } from '../platform/pace.ts';
import { leftTexts } from '../edits/leftText.ts';

/** An answer that changes several files. */
export interface AnsweredEdits {
  readonly turn: Turn;
  readonly asked: AskRequest;
  readonly summary: string;
  /** What is to be noted in the code; undefined: nothing. */
  readonly note: string | undefined;
}

/** Shows what of an answer has its place as one diff of all files, and says of the rest why it is only shown. */
export async function presentEdits(
  { blocks }: Extract<Outcome, { kind: 'edits' }>,
  { turn, asked: { assistance, context }, summary, note }: AnsweredEdits,
  proposeAll: (proposed: ProposedFiles) => Promise<ProposalShown>,
): Promise<Partial<Turn>> {
  const { files, left } = await inSteps(placeBlocks(blocks, context.files ?? []), pace);
  const told = leftTexts(left);
  if (files.length === 0)
    return told.length === 0
      ? { unusable: l10n.t('The answer changes nothing.') }
      : { onlyShown: [l10n.t('None of the changes can be applied.'), ...told].join(' ') };
  const noted = files.map(({ file: { path, uri, language }, placed: [first, ...others] }) => {
    const own = first && note !== undefined ? notedIn(first.block, language, note) : undefined;
    const blocks = [...(first ? [own ?? first.block] : []), ...others.map(({ block }) => block)];
    return { isNoteLost: note !== undefined && !own, file: { path, uri, language, blocks } };
  });
  const ofNote = noted.some(({ isNoteLost }) => isNoteLost) ? [notNotedText()] : [];
  const { refusal, cautions } = await proposeAll({
    task: assistance.task,
    files: noted.map(({ file }) => file),
    title: turn.title,
    summary,
    question: turn.id,
  });
  return {
    cautions: [...told, ...ofNote, ...cautions],
    onlyShown: refusal,
    ...(refusal === undefined && { proposed: true }),
  };
}

/** The doubts are noted once in a file: where its first change puts code. */
function notedIn(block: EditBlock, language: string, note: string): EditBlock | undefined {
  const noted = withNote(block.replace.join('\n'), language, note);
  return noted && { ...block, replace: noted.code.split('\n') };
}
