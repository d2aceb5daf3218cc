import * as l10n from '@vscode/l10n';
import type { Notice } from '../../shared/protocol.ts';
import type { AskRequest } from '../asking/askRequest.ts';
import { lineOnlyText } from '../asking/lineOnlyText.ts';
import type { Turn } from './turn.ts';

/** What is known of a turn as soon as it is asked. */
export function toldOf({
  context,
  continues,
  remarks,
}: AskRequest): Pick<Turn, 'continuations' | 'remark' | 'remarks'> {
  const remark = lineOnlyText(context);
  return {
    ...(continues && { continuations: continues.count }),
    ...(remark !== undefined && { remark }),
    ...(remarks && { remarks }),
  };
}

/** What is to be said of a prompt file stands with whatever else there is to say. */
export function withRemarks(remarks: readonly string[] | undefined, notice: Notice | undefined): Notice | undefined {
  if (!remarks || remarks.length === 0) return notice;
  if (notice) return { ...notice, lines: [...notice.lines, ...remarks] };
  return { kind: 'information', title: l10n.t('About this prompt file'), lines: remarks };
}

/** That the user has chosen this model stands before who answered (github/app#1025). */
export function withChoice({ choice, answer, phase }: Turn, given: readonly string[]): readonly string[] {
  if (!choice) return given;
  const isAwaited = phase === 'working' && choice.expected !== undefined;
  const [first, ...others] = isAwaited ? [choice.expected, ...given] : given;
  const rest = answer && !answer.insteadOf ? [choice.answered, ...others] : others;
  return [first === undefined ? choice.label : [choice.label, first].join(' · '), ...rest];
}
