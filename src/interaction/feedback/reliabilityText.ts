import * as l10n from '@vscode/l10n';
import type { Reliability } from '../../core/feedback/reliability.ts';
import type { Answer } from '../../core/model/answer.ts';
import type { Task } from '../../core/model/purpose.ts';

/** What this user's own outcomes of a task say of the gate's scores; undefined: too few are known. */
export type ReliabilityOf = (task: Task) => Reliability | undefined;

/** An answer and what it was asked for. */
interface Scored {
  readonly answer?: Answer;
  readonly task?: Task;
}

/** How often answers that were judged like this one were good by the user's own word, as a line of its details; none where that is not known. */
export function reliabilityLines({ answer, task }: Scored, reliability: ReliabilityOf | undefined): readonly string[] {
  const score = answer?.confidence?.score;
  const known = task && reliability?.(task);
  const band = known?.bands.find(each => each.score === score);
  if (!known || !band) return [];
  const percent = (share: number): number => Math.round(100 * share);
  return [
    l10n.t(
      'By your own word on {0} answers of this kind, about {1} % of those judged like this one were good ({2} to {3} %)',
      known.of,
      ...[band.expected, band.low, band.high].map(percent),
    ),
  ];
}
