import type { TargetPreview } from '../../core/previewsOf.ts';
import type { RouteOption } from '../../core/model/note.ts';
import type { Target } from '../../core/model/target.ts';

/** What asking one target will likely take, before it is asked. */
export interface ExpectedAsk extends Pick<TargetPreview, 'place' | 'overBudget'> {
  readonly target: Target;
  /** Cost and time of all requests together; what keeps it from being asked. */
  readonly option: RouteOption;
  /** How many requests it takes. */
  readonly requests: number;
  /** What is asked does not fit: tokens, and the most that it takes. */
  readonly tooLong?: { readonly tokens: number; readonly limit: number };
}

/** Of a question that takes so many requests, by what is known of some of them; in the order in which targets would be asked. */
export function expectations(samples: readonly (readonly TargetPreview[])[], requests: number): readonly ExpectedAsk[] {
  const [first = []] = samples;
  return first
    .toSorted((one, other) => one.place - other.place)
    .map(({ target }) =>
      expectationOf(
        samples.flatMap(previews => previews.find(each => each.target === target) ?? []),
        requests,
      ),
    )
    .flatMap(each => each ?? []);
}

function expectationOf(previews: readonly TargetPreview[], requests: number): ExpectedAsk | undefined {
  const [first] = previews;
  if (!first) return undefined;
  const { costUsd: _cost, expectedMs: _time, ...option } = first.expected;
  const costUsd = ofAll(
    previews.map(({ expected }) => expected.costUsd),
    requests,
  );
  const expectedMs = ofAll(
    previews.map(({ expected }) => expected.expectedMs),
    requests,
  );
  const overBudget = previews.find(each => each.overBudget)?.overBudget;
  const tooLong = previews.find(each => each.tooLong);
  return {
    ...{ target: first.target, place: first.place, requests },
    option: {
      ...option,
      ...(costUsd !== undefined && { costUsd }),
      ...(expectedMs !== undefined && { expectedMs }),
    },
    ...(overBudget && { overBudget }),
    ...(tooLong && { tooLong: { tokens: tooLong.tokens, limit: tooLong.limit ?? 0 } }),
  };
}

/** What is not known of one of them is not known of all. */
function ofAll(amounts: readonly (number | undefined)[], requests: number): number | undefined {
  const known = amounts.filter(each => each !== undefined);
  if (known.length === 0 || known.length < amounts.length) return undefined;
  return (known.reduce((sum, each) => sum + each, 0) / known.length) * requests;
}
