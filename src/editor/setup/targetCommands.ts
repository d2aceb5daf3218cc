import * as vscode from 'vscode';
import { addTarget, type AddTargetParts } from '../../interaction/setup/addTarget.ts';
import { detectLocal, type DetectLocalParts } from '../../interaction/setup/detectLocal.ts';
import { registerCommand } from '../platform/registerCommand.ts';
import { sayFailure } from '../../interaction/platform/sayFailure.ts';
import { targetIdOf } from '../../interaction/targets/targetIdOf.ts';
import { testTarget, type TestTargetParts } from '../../interaction/setup/testTarget.ts';

/** What the commands about targets need of the world. */
export type TargetCommandParts = AddTargetParts & TestTargetParts & DetectLocalParts;

/** Add and Test Target, Detect Local Models, Open Settings, Get Started. Two take the id of a target, from our own buttons. */
export function registerTargetCommands(parts: TargetCommandParts): readonly vscode.Disposable[] {
  return [
    registerCommand('steadfast.addTarget', () => sayFailure(parts, () => addTarget(parts))),
    registerCommand('steadfast.testTarget', id => sayFailure(parts, () => testTarget(parts, targetIdOf(id)))),
    registerCommand('steadfast.detectLocal', () => sayFailure(parts, () => detectLocal(parts))),
    registerCommand('steadfast.openSettings', id => openSettings(id, parts)),
    registerCommand('steadfast.getStarted', () => getStarted()),
  ];
}

/** All our settings, or where a target's own are: in a remote window those of the remote machine. */
async function openSettings(id: unknown, { targets }: TargetCommandParts): Promise<void> {
  const isAboutTarget = targets().some(target => target.id === id);
  const tab = isAboutTarget && vscode.env.remoteName !== undefined ? 'openRemoteSettings' : 'openSettings';
  const query = isAboutTarget ? 'steadfast.targets' : '@ext:steadfast.steadfast';
  await vscode.commands.executeCommand(`workbench.action.${tab}`, { query });
}

async function getStarted(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'steadfast.steadfast#start');
}
