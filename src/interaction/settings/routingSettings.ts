import type { Task } from '../../core/model/purpose.ts';
import type { Target } from '../../core/model/target.ts';
import { tasks as knownTasks } from '../../core/model/purpose.ts';
import type { ComplexityThresholds } from '../../core/routing/complexity.ts';
import type { TaskSetting } from '../../core/routing/router.ts';
import { strategyNames, type StrategyName } from '../../core/routing/strategies/all.ts';
import type { ChainSetting } from './chain.ts';
import { kindOf, toldName } from './settingProblem.ts';
import type { SettingReader } from './settingReader.ts';

/** How it is decided who is asked first. */
export interface RoutingSettings {
  readonly strategy: StrategyName;
  readonly thresholds: ComplexityThresholds;
  /** What is set for a task, before any strategy. */
  readonly tasks: ReadonlyMap<Task, TaskSetting>;
}

/**
 * Reads the settings `routing.*`. A workspace that is trusted may choose among what the user allows, as with the chain. While nobody
 * has set a strategy, a chain that somebody has written is asked as it stands.
 */
export function routingSettings(
  reader: SettingReader,
  { targets, chain }: { readonly targets: readonly Target[]; readonly chain: ChainSetting },
): RoutingSettings {
  return {
    strategy: strategyOf(reader) ?? (isWritten(chain) ? 'ordered' : 'tiered'),
    thresholds: thresholdsOf(reader),
    tasks: tasksOf(reader, targets),
  };
}

const isWritten = ({ user, workspace }: ChainSetting): boolean =>
  workspace !== undefined || user.length !== 1 || user[0] !== 'auto';

/** undefined: nobody has set one that there is. */
function strategyOf(reader: SettingReader): StrategyName | undefined {
  const { user, workspace } = reader.layersOf('routing.strategy');
  const written = [workspace, user].find(value => value !== undefined);
  const chosen = strategyNames.find(name => name === written);
  if (written !== undefined && !chosen)
    reader.report('routing.strategy', { code: 'not-a-choice', at: '', found: kindOf(written) });
  return chosen;
}

function thresholdsOf(reader: SettingReader): ComplexityThresholds {
  const medium = reader.number('routing.mediumFrom');
  const complex = reader.number('routing.complexFrom');
  if (medium <= complex) return { medium, complex };
  reader.report('routing.complexFrom', { code: 'contradiction', at: '', found: 'number' });
  return { medium, complex: medium };
}

function tasksOf(reader: SettingReader, targets: readonly Target[]): ReadonlyMap<Task, TaskSetting> {
  const { user, workspace } = reader.layersOf('routing.tasks');
  return new Map([...entriesOf(user, { reader, targets }), ...entriesOf(workspace, { reader, targets })]);
}

/** There are fewer tasks; of so many entries it is said what is wrong with them, and behind them only tasks are looked for. */
const mostEntries = 50;

interface Reading {
  readonly reader: SettingReader;
  readonly targets: readonly Target[];
}

function entriesOf(value: unknown, { reader, targets }: Reading): readonly (readonly [Task, TaskSetting])[] {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    reader.report('routing.tasks', { code: 'wrong-type', at: '', found: kindOf(value) });
    return [];
  }
  const entries: [string, unknown][] = Object.entries(value);
  if (entries.length > mostEntries) reader.report('routing.tasks', { code: 'out-of-range', at: '', found: 'object' });
  return entries.flatMap(([name, wish], at) => {
    const task = knownTasks.find(each => each === name);
    if (!task && at >= mostEntries) return [];
    const setting = taskSettingOf(wish, targets);
    if (task && setting) return [[task, setting] as const];
    const code = task ? (typeof wish === 'string' ? 'unknown-target' : 'wrong-type') : 'unknown-field';
    reader.report('routing.tasks', { code, at: toldName(name), found: kindOf(wish) });
    return [];
  });
}

/**
 * What an entry of `routing.tasks` says; undefined: nothing that holds. `targets`: those that the user has listed. While they are chosen
 * automatically their ids are not known here, so any text may be one.
 */
export function taskSettingOf(entry: unknown, targets: readonly Target[]): TaskSetting | undefined {
  if (typeof entry !== 'string' || entry === '') return undefined;
  if (entry === 'simple' || entry === 'medium' || entry === 'complex') return { class: entry };
  return targets.length === 0 || targets.some(({ id }) => id === entry) ? { target: entry } : undefined;
}
