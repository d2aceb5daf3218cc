import { failureRules, type FailureKind } from '../../../core/model/failure.ts';
import type { PassedOver } from '../../../core/status/questionOutcome.ts';
import { cleanLine } from '../../text/cleanText.ts';
import { passedOverText } from '../../text/passedOverText.ts';

const others: readonly Exclude<PassedOver, FailureKind>[] = [
  ...(['slow', 'no-room', 'cooling-down', 'credential', 'offline', 'budget'] as const),
];

const isKnown = (because: string): because is PassedOver =>
  Object.hasOwn(failureRules, because) || others.some(other => other === because);

/** Why a target did not answer, in a few words; a reason that only a newer version knows, by its name there. */
export const reasonText = (because: string): string =>
  isKnown(because) ? passedOverText(because) : cleanLine(because, 40);
