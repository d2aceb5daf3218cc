import type { Target } from '../core/model/target.ts';
import type { Task } from '../core/model/purpose.ts';
import type { TaskSetting } from '../core/routing/router.ts';
import { vscodeUser as user } from '../editor/platform/vscodeUser.ts';
import { createStatusFeed } from '../editor/status/statusFeed.ts';
import { registerTaskModels, taskModelPlaces } from '../editor/taskModels/taskModelCommands.ts';
import type { TaskModelParts } from '../interaction/taskModels/taskModelParts.ts';
import { alwaysUse, type AlwaysUse } from '../interaction/taskModels/alwaysUse.ts';
import type { WindowServices } from './windowServices.ts';

/** What sets who answers a task, and what follows from it for the panels. */
export interface TaskModels {
  /** Registers its command. */
  readonly register: () => { dispose: () => unknown };
  readonly forPanels: {
    readonly targets: () => readonly Target[];
    readonly alwaysUse: AlwaysUse;
    /** What holds for a task now. */
    readonly setFor: (task: Task) => TaskSetting | undefined;
    readonly onDidChangeTargets: (listener: () => void) => () => void;
  };
}

/** Makes it, once for the window: its changes of the setting wait for each other. `targets`: the chain, with prices. */
export function openTaskModels(windowServices: WindowServices, targets: () => readonly Target[]): TaskModels {
  const { currentTargets } = windowServices;
  const parts: TaskModelParts = {
    ...taskModelPlaces(),
    feed: createStatusFeed(windowServices),
    user,
    targets,
    listed: () => currentTargets.settings.targets,
    strategy: () => currentTargets.settings.routing.strategy,
  };
  return {
    register: () => registerTaskModels(parts),
    forPanels: {
      targets,
      alwaysUse: (action, answered) => alwaysUse(action, answered, parts),
      setFor: task => currentTargets.settings.routing.tasks.get(task),
      onDidChangeTargets: listener => currentTargets.onDidChange(listener),
    },
  };
}
