import type { TargetStatus } from '../../../src/core/status/targetStatus.ts';
import type { Target } from '../../../src/core/model/target.ts';
import { TaskEntries } from '../../../src/interaction/taskModels/taskEntries.ts';
import type { SettingsPage, TaskModelParts } from '../../../src/interaction/taskModels/taskModelParts.ts';
import { targetOf } from '../../support/scripted.ts';
import { ScriptedUser, type Reply } from '../../support/scriptedUser.ts';

interface TaskModelWorldOptions {
  readonly user?: unknown;
  readonly workspace?: unknown;
  readonly replies?: readonly Reply[];
  readonly chain?: readonly Target[];
  readonly listed?: readonly Target[];
  readonly statuses?: readonly TargetStatus[];
  /** How often VS Code refuses to write before it writes. */
  readonly refusals?: number;
  /** What is written does not come to hold. */
  readonly isElsewhere?: boolean;
}

/** Two models, claude and gpt, the setting as it is written, and a user who replies. */
export function taskModelWorld({
  chain = [targetOf('claude'), targetOf('gpt')],
  listed = chain,
  statuses = [],
  replies = [],
  refusals = 0,
  isElsewhere = false,
  ...layers
}: TaskModelWorldOptions = {}) {
  const person = new ScriptedUser(...replies);
  const written = { user: layers.user, workspace: layers.workspace };
  const pages: SettingsPage[] = [];
  let [refused, saves] = [0, 0];
  const save = async (value: unknown): Promise<void> => {
    await Promise.resolve();
    refused += 1;
    if (refused <= refusals)
      throw new Error('Unable to write into user settings: /home/me/settings.json has unsaved changes');
    saves += 1;
    if (!isElsewhere) written.user = value;
  };
  const parts: TaskModelParts = {
    user: person,
    entries: new TaskEntries({ written: () => written, save }),
    targets: () => chain,
    listed: () => listed,
    feed: { status: () => ({ targets: statuses }) as never },
    strategy: () => 'tiered',
    openSettings: page => Promise.resolve(void pages.push(page)),
  };
  return { parts, person, written, pages, saves: () => saves };
}
