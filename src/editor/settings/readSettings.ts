import * as vscode from 'vscode';
import type { AlertKind } from '../../core/journal/journalEntry.ts';
import type { Target } from '../../core/model/target.ts';
import type { InstructionSwitches } from '../../assist/instructions/instruction.ts';
import type { NetworkSettings } from '../../interaction/doctor/found/proxy.ts';
import type { WrittenSettings } from '../../interaction/doctor/found/writtenKeys.ts';
import type { NotificationLevel } from '../../interaction/platform/notificationLevel.ts';
import { checkedSettings, type Settings } from '../../interaction/settings/checkedSettings.ts';
import { instructionSwitches, instructionText } from '../../interaction/settings/instructionSettings.ts';
import { numberRules, type SettingKey, type SettingLayers } from '../../interaction/settings/settingKeys.ts';
import { nearestIn } from '../../interaction/settings/settingReader.ts';
import type { TargetEntry } from '../../interaction/settings/entryFields.ts';
import type { Knowledge } from '../../interaction/settings/targetEntry.ts';
import type { SettingProblem } from '../../interaction/settings/settingProblem.ts';
import type { SettingsPlace } from '../../interaction/settings/withTargets.ts';

const section = 'steadfast';

type ProblemLog = Pick<vscode.LogOutputChannel, 'warn'>;

/** Reads every setting into one snapshot; what cannot be used is replaced and named in the log. */
export function readSettings(log: ProblemLog, knowledge: Knowledge): Settings {
  const settings = checkedSettings(layersOf(), knowledge);
  if (settings.problems.length > 0) void tellProblems(settings.problems, log);
  return settings;
}

/** Most windows have no problem to tell, so the words for them are loaded here only. */
async function tellProblems(problems: readonly SettingProblem[], log: ProblemLog): Promise<void> {
  const { settingProblemText } = await import('../../interaction/settings/settingProblemText.ts');
  for (const problem of problems) log.warn(settingProblemText(problem));
}

/** Calls `listener` after any of our settings has changed; read them again then. */
export function onDidChangeSettings(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration(event => {
    if (event.affectsConfiguration(section)) listener();
  });
}

/** Is Steadfast wanted here? It may be switched off per language. */
export function isEnabledFor(document: Pick<vscode.TextDocument, 'uri' | 'languageId'>): boolean {
  return vscode.workspace.getConfiguration(section, document).get('enabled' satisfies SettingKey) !== false;
}

/** The same where the person is now: in the file that is open, or else in general. */
export function isEnabledHere(): boolean {
  const document = vscode.window.activeTextEditor?.document;
  return document ? isEnabledFor(document) : vscode.workspace.getConfiguration(section).get('enabled') !== false;
}

/** Does the user want offers above the functions of this document? */
export function hasCodeLensesFor(document: Pick<vscode.TextDocument, 'uri' | 'languageId'>): boolean {
  const wanted = vscode.workspace.getConfiguration(section, document).get('codeLens' satisfies SettingKey);
  return wanted === true && isEnabledFor(document);
}

/** Most input tokens that the user wants sent about code of this language in this file; a workspace may only lower it. */
export function maxInputTokensFor(languageId: string, uri: vscode.Uri | undefined): number {
  const scope = { languageId, ...(uri && { uri }) };
  const found = vscode.workspace
    .getConfiguration(section, scope)
    .inspect<unknown>('prompt.maxInputTokens' satisfies SettingKey);
  const rule = numberRules['prompt.maxInputTokens'];
  const firstOf = (...values: readonly unknown[]): readonly number[] =>
    values.flatMap(value => (typeof value === 'number' ? [nearestIn(rule, value)] : [])).slice(0, 1);
  const [mine = rule.default] = firstOf(found?.globalLanguageValue, found?.globalValue);
  const ofFolder = firstOf(found?.workspaceFolderLanguageValue, found?.workspaceFolderValue);
  return Math.min(mine, ...ofFolder, ...firstOf(found?.workspaceLanguageValue, found?.workspaceValue));
}

/** How many small questions of one kind go out as one; 1: each alone. */
export function batchSize(): number {
  const rule = numberRules['batch.size'];
  const value = vscode.workspace.getConfiguration(section).get<unknown>('batch.size' satisfies SettingKey);
  return typeof value === 'number' ? nearestIn(rule, value) : rule.default;
}

/** Names of the ignore files that hold for this folder: those of the user, and what workspace and folder add. */
export function ignoreFilesFor(folder: vscode.Uri | undefined): readonly string[] {
  const found = inspect('privacy.ignoreFiles', folder);
  const mine = found?.globalValue ?? found?.defaultValue;
  return [...new Set([mine, found?.workspaceValue, found?.workspaceFolderValue].flatMap(textsOf))];
}

/** Which kinds of instruction files are read in this folder, and what instructions the settings hold for it. */
export function instructionSettingsFor(folder: vscode.Uri | undefined): {
  readonly switches: InstructionSwitches;
  readonly own: string;
} {
  const written = (key: SettingKey): readonly unknown[] => {
    const found = inspect(key, folder);
    return [found?.globalValue, found?.workspaceValue, found?.workspaceFolderValue];
  };
  return {
    switches: instructionSwitches(written('prompt.instructionFiles')),
    own: instructionText(written('prompt.instructions')),
  };
}

/**
 * Adds targets to the user's own settings and, where that is written, to the chain; in a remote window to those of the machine. While the list is empty the
 * `automatic` targets are written along, so that adding one never silently drops the others. Rejects when VS Code cannot
 * write, for instance because the file has unsaved changes.
 */
export async function saveTargets(
  added: readonly TargetEntry[],
  place: SettingsPlace,
  { automatic, ...knowledge }: Knowledge & { readonly automatic: readonly Target[] },
): Promise<void> {
  const stored = inspect('targets')?.globalValue;
  const { chainWith, withTargets } = await import('../../interaction/settings/withTargets.ts');
  const targets = withTargets({ stored, added, place, automatic, knowledge });
  const chain = chainWith({ stored: inspect('chain')?.globalValue, added, place, knowledge });
  await saveForUser('targets', targets);
  if (chain !== undefined) await saveForUser('chain', chain);
}

async function saveForUser(key: SettingKey, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration(section).update(key, value, vscode.ConfigurationTarget.Global);
}

/** The user wants no more notifications; the settings editor turns them on again. */
export async function muteNotifications(): Promise<void> {
  await saveForUser('notifications', 'none' satisfies NotificationLevel);
}

/** The user wants no more alerts of this kind. */
export async function turnOffAlert(kind: AlertKind): Promise<void> {
  const stored = textsOf(inspect('alerts.off')?.globalValue);
  await saveForUser('alerts.off', [...new Set([...stored, kind])]);
}

/** What has been set for single tasks, unchecked. */
export const taskSettingLayers = (): SettingLayers => layersOf()('routing.tasks');

/** Replaces what the user has set for single tasks; undefined: takes it away. Rejects when VS Code cannot write. */
export async function saveTaskSettings(value: unknown): Promise<void> {
  await saveForUser('routing.tasks', value);
}

/** What VS Code's own settings say of proxy and certificates; what is no text, list or switch counts as not written. */
export function networkSettings(): NetworkSettings {
  const http = vscode.workspace.getConfiguration('http');
  const textOf = (key: string): string => {
    const value = http.get<unknown>(key);
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    proxy: textOf('proxy'),
    noProxy: textsOf(http.get<unknown>('noProxy')),
    proxySupport: textOf('proxySupport') || 'override',
    strictSsl: http.get<unknown>('proxyStrictSSL') !== false,
    systemCertificates: http.get<unknown>('systemCertificates') !== false,
  };
}

/** All that anybody has written in settings, without what is only a default; in each place by the first part of the names. */
export function writtenSettings(): readonly WrittenSettings[] {
  const all = vscode.workspace.getConfiguration();
  const sections = Object.keys(all).filter(name => typeof all[name] !== 'function');
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  return sections.flatMap(name => {
    const found = all.inspect<unknown>(name);
    const ofFolders = folders.map((uri): WrittenSettings => {
      const value = vscode.workspace.getConfiguration(undefined, uri).inspect<unknown>(name)?.workspaceFolderValue;
      return { section: name, scope: 'folder', folder: uri.toString(), value };
    });
    const places: readonly WrittenSettings[] = [
      { section: name, scope: 'user', value: found?.globalValue },
      { section: name, scope: 'workspace', value: found?.workspaceValue },
      ...(folders.length > 1 ? ofFolders : []), // of one folder alone it is the workspace's
    ];
    return places.filter(({ value }) => value !== undefined);
  });
}

/** Replaces the list of targets in the place where it was written. Rejects when VS Code cannot write there. */
export async function writeTargets({ scope, folder }: WrittenSettings, targets: readonly unknown[]): Promise<void> {
  const places = {
    user: vscode.ConfigurationTarget.Global,
    workspace: vscode.ConfigurationTarget.Workspace,
    folder: vscode.ConfigurationTarget.WorkspaceFolder,
  };
  const uri = folder === undefined ? undefined : vscode.Uri.parse(folder);
  await vscode.workspace.getConfiguration(section, uri).update('targets' satisfies SettingKey, targets, places[scope]);
}

/** Never the merged value: a checked-in file has its part in that, in nested form even where its scope forbids it. */
function layersOf(): (key: SettingKey) => SettingLayers {
  const stored = vscode.workspace.getConfiguration(section);
  return key => {
    const found = stored.inspect(key);
    return { user: found?.globalValue, workspace: found?.workspaceValue };
  };
}

function inspect(key: SettingKey, folder?: vscode.Uri) {
  return vscode.workspace.getConfiguration(section, folder).inspect<unknown>(key);
}

function textsOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.filter(each => typeof each === 'string').filter(each => each.trim() !== '');
}
