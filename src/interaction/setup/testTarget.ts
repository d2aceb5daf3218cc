import * as l10n from '@vscode/l10n';
import type { Clock } from '../../core/model/clock.ts';
import type { Target } from '../../core/model/target.ts';
import { fixed } from '../text/numberText.ts';
import { hostOf } from '../text/hostOf.ts';
import type { User } from '../platform/user.ts';
import type { Answer } from '../../core/model/answer.ts';

/** What testing a target needs of the world. */
export interface TestTargetParts {
  readonly user: User;
  readonly clock: Pick<Clock, 'now'>;
  readonly targets: () => readonly Target[];
  /** Asks this target one tiny question that holds no code, once, past every gate. */
  readonly test: (target: Target, signal: AbortSignal) => Promise<Answer>;
}

/** Asks one target a tiny question and says how it went. `wantedId` skips the choice; an unknown one does not count. */
export async function testTarget(parts: TestTargetParts, wantedId?: unknown): Promise<void> {
  const { user, clock, test } = parts;
  const targets = parts.targets();
  if (targets.length === 0) return user.warn(l10n.t('There is no model to test. Set an API key or add a model.'));
  const target = targets.find(({ id }) => id === wantedId) ?? (await pickTarget(targets, user));
  if (target === undefined) return;
  const startedAt = clock.now();
  const answer = await user.wait(l10n.t('Testing {0}', target.label), signal => test(target, signal));
  const seconds = fixed((clock.now() - startedAt) / 1_000, 1);
  user.tell(wordsOf(answer, target, seconds));
}

function pickTarget(targets: readonly Target[], user: User): Promise<Target | undefined> {
  const choices = targets.map(target => ({ label: target.label, description: target.id, value: target }));
  return user.pick(l10n.t('Which model do you want to test?'), choices);
}

function wordsOf({ finish, model }: Answer, { label, origin }: Target, seconds: string): string {
  if (finish === 'refused') return l10n.t('{0} can be reached, but declined to answer ({1} s).', label, seconds);
  if (label === model) return l10n.t('{0} works: it answered at {1} in {2} s.', label, hostOf(origin), seconds);
  return l10n.t('{0} works: it answered at {1} in {2} s, as {3}.', label, hostOf(origin), seconds, model);
}
