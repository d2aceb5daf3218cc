import * as vscode from 'vscode';
import { ask } from '../../assist/tasks/ask.ts';
import { createQuestion } from '../../assist/createQuestion.ts';
import type { Clock } from '../../core/model/clock.ts';
import type { Target } from '../../core/model/target.ts';
import { failureLine } from '../../interaction/text/failureLine.ts';
import type { Client } from '../../core/client.ts';
import type { Consent } from '../../interaction/targets/consent.ts';
import type { CurrentTargets } from '../../interaction/targets/currentTargets.ts';
import type { Keys } from '../../interaction/targets/keyStore.ts';
import { saveTargets } from '../settings/readSettings.ts';
import type { Knowledge } from '../../interaction/settings/targetEntry.ts';
import type { User } from '../../interaction/platform/user.ts';
import type { ListModels } from '../../interaction/setup/lookUpModels.ts';
import { registerKeyCommands, type KeyCommandParts } from './keyCommands.ts';
import { registerTargetCommands, type TargetCommandParts } from './targetCommands.ts';
import type { Answer } from '../../core/model/answer.ts';

/** What making and trying targets and keys needs of the world. */
export interface SetupParts {
  readonly clock: Clock;
  readonly user: User;
  readonly keys: Keys;
  readonly consent: Pick<Consent, 'chose'>;
  readonly currentTargets: CurrentTargets;
  readonly client: () => Client;
  readonly knowledge: Knowledge;
  readonly listModels: ListModels;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Every command that makes or tries a target or a key. */
export function registerSetup(from: SetupParts): readonly vscode.Disposable[] {
  const { currentTargets, knowledge } = from;
  const { remoteName } = vscode.env;
  const parts: KeyCommandParts & TargetCommandParts = {
    ...from,
    ...(remoteName !== undefined && { remoteName }),
    targets: () => currentTargets.targets,
    saveTargets: (added, place) => saveTargets(added, place, { ...knowledge, automatic: currentTargets.automatic }),
    describe: failure => failureLine(failure, id => currentTargets.labelOf(id)),
    test: (target, signal) => test(target, signal, from),
  };
  return [...registerKeyCommands(parts), ...registerTargetCommands(parts)];
}

/**
 * One tiny question that holds none of the user's code. It does not go through the ask service: the user has named the very
 * target and asked for this one call, so nobody is looked for, nothing else is agreed to, and no gate holds it back.
 */
function test(target: Target, signal: AbortSignal, { currentTargets, clock, client }: SetupParts): Promise<Answer> {
  const code = 'const answer = 42;';
  const context = {
    file: 'test.js',
    language: 'javascript',
    code,
    before: '',
    after: '',
    startLine: 1,
    endLine: 1,
    diagnostics: [],
    hovers: [],
    input: 'Reply with the one word: ready',
    turns: [],
  };
  const { totalMs } = currentTargets.settings.timeouts.standard;
  const question = createQuestion(ask, context, {
    clock,
    id: crypto.randomUUID(),
    scope: 'test',
    totalMs,
    signal,
    notes: () => undefined,
  });
  return client().tryOnce(target, question);
}
