import type { OverBudget } from './layers/budget.ts';
import type { RouteOption } from './model/note.ts';
import type { Question } from './model/question.ts';
import type { Target } from './model/target.ts';
import { previewOf, type Preview } from './prompt/preview.ts';
import { trimTo, type RoomParts } from './prompt/trimTo.ts';
import type { Lane } from './routing/lane.ts';
import type { Route } from './routing/router.ts';
import { optionOf } from './routing/tellRoute.ts';

/** What one target would be sent for a question, and what is known of that before. */
export interface TargetPreview extends Preview {
  readonly target: Target;
  /** Would it be asked now? Not while its circuit is open or something holds it back. */
  readonly isReady: boolean;
  /** In which place it would be asked, from 0. */
  readonly place: number;
  /** What it likely costs and takes there, and what keeps it from being asked. */
  readonly expected: RouteOption;
  /** The rest of the budget does not cover it; undefined: it does, as far as is known. */
  readonly overBudget?: OverBudget;
}

/** How it is looked at. */
export interface PreviewOptions {
  /** So many questions alike: `overBudget` is of all of them, `expected` of one. Default: 1. */
  readonly times?: number;
}

/** Who is looked at. */
export interface PreviewedChain extends Required<PreviewOptions> {
  readonly targets: readonly Target[];
  readonly lanes: ReadonlyMap<Target, Lane>;
  readonly route: Route;
}

interface PreviewParts extends PreviewedChain {
  /** The question as it leaves: masked, with its hidden characters shown. */
  readonly shown: Question;
  readonly room: RoomParts;
  readonly isReady: (target: Target) => boolean;
  /** Does the budget not cover it, as it is trimmed for the target? */
  readonly refuses: (target: Target, trimmed: Question) => OverBudget | undefined;
}

/** Of each target, in the order of the chain; nothing is sent, and nothing reserved. */
export function previewsOf(parts: PreviewParts): readonly TargetPreview[] {
  const { shown, targets, route } = parts;
  const previews = route(shown, targets).map((ranked, place): TargetPreview => ({
    place,
    expected: optionOf(ranked, parts.lanes.get(ranked.target), shown),
    ...previewAt(ranked.target, parts),
  }));
  return targets.flatMap(target => previews.find(each => each.target === target) ?? []);
}

function previewAt(target: Target, { shown, room, isReady, refuses }: PreviewParts) {
  const trimmed = trimTo(shown, target, room);
  const overBudget = refuses(target, 'tooLong' in trimmed ? shown : trimmed.question);
  return {
    ...{ target, isReady: isReady(target) },
    ...previewOf(shown, target, room),
    ...(overBudget && { overBudget }),
  };
}
