import type * as vscode from 'vscode';
import { addTarget, type AddTargetParts } from '../../interaction/setup/addTarget.ts';
import { detectLocal, type DetectLocalParts } from '../../interaction/setup/detectLocal.ts';
import { registerCommand } from '../platform/registerCommand.ts';
import { sayFailure } from '../../interaction/platform/sayFailure.ts';
import { testTarget, type TestTargetParts } from '../../interaction/setup/testTarget.ts';

/** What the commands about targets need of the world. */
export type TargetCommandParts = AddTargetParts & TestTargetParts & DetectLocalParts;

/** Add and Test Target, Detect Local Models. Test Target takes the id of a target, from our own buttons. */
export function registerTargetCommands(parts: TargetCommandParts): readonly vscode.Disposable[] {
  return [
    registerCommand('steadfast.addTarget', () => sayFailure(parts, () => addTarget(parts))),
    registerCommand('steadfast.testTarget', id => sayFailure(parts, () => testTarget(parts, id))),
    registerCommand('steadfast.detectLocal', () => sayFailure(parts, () => detectLocal(parts))),
  ];
}
