import * as vscode from 'vscode';
import type { Runnable } from '../../interaction/execution/checkByRunning.ts';

/** The tasks of VS Code that come to an end, as its own list calls them. */
export async function runnables(): Promise<readonly Runnable[]> {
  const tasks = await vscode.tasks.fetchTasks();
  return tasks
    .filter(({ isBackground }) => !isBackground)
    .map(task => ({ name: nameOf(task), group: groupOf(task), run: signal => run(task, signal) }));
}

/** The source of what is in tasks.json; VS Code's own list does not name it either. */
const ofWorkspace = /^workspace$/i;

const nameOf = ({ name, source }: vscode.Task): string => (ofWorkspace.test(source) ? name : `${source}: ${name}`);

function groupOf({ group }: vscode.Task): Runnable['group'] {
  if (group?.id === vscode.TaskGroup.Test.id) return 'test';
  return group?.id === vscode.TaskGroup.Build.id ? 'build' : undefined;
}

/** The exit code comes before the end of the task, where there is one; after so long none comes any more, ms. */
const exitCodeAfterMs = 1_000;

/**
 * Runs a task. A quick one can end before VS Code says which one it is (microsoft/vscode#58828); one whose terminal was closed has no exit
 * code (#110185), or only an end (#99828).
 */
async function run(task: vscode.Task, signal: AbortSignal): Promise<number | undefined> {
  const { promise, resolve } = Promise.withResolvers<number | undefined>();
  let own: vscode.TaskExecution | undefined;
  const early: (readonly [vscode.TaskExecution, () => void])[] = [];
  const hear = (which: vscode.TaskExecution, act: () => void): void => {
    if (own === undefined) early.push([which, act]);
    else if (which === own) act();
  };
  const listening = vscode.Disposable.from(
    vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => hear(execution, () => resolve(exitCode))),
    vscode.tasks.onDidEndTask(({ execution }) =>
      hear(execution, () => void setTimeout(() => resolve(undefined), exitCodeAfterMs)),
    ),
  );
  const stop = (): void => {
    own?.terminate();
    resolve(undefined);
  };
  try {
    own = await vscode.tasks.executeTask(task);
    for (const [which, act] of early) hear(which, act);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    return await promise;
  } finally {
    signal.removeEventListener('abort', stop);
    listening.dispose();
  }
}
