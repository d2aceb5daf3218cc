import type * as vscode from 'vscode';
import { importKeys, type ImportKeysParts } from '../../interaction/setup/importKeys.ts';
import { registerCommand } from '../platform/registerCommand.ts';
import { removeKey, type RemoveKeyParts } from '../../interaction/setup/removeKey.ts';
import { sayFailure } from '../../interaction/platform/sayFailure.ts';
import { setKey, type SetKeyParts } from '../../interaction/setup/setKey.ts';

/** What the commands about keys need of the world. */
export type KeyCommandParts = SetKeyParts & RemoveKeyParts & ImportKeysParts;

/** Set, Remove and Import of API keys. Set API Key takes the origin or the target that it is for, from our own buttons. */
export function registerKeyCommands(parts: KeyCommandParts): readonly vscode.Disposable[] {
  return [
    registerCommand('steadfast.setKey', wanted => sayFailure(parts, () => setKey(parts, wanted))),
    registerCommand('steadfast.removeKey', () => sayFailure(parts, () => removeKey(parts))),
    registerCommand('steadfast.importKeys', () => sayFailure(parts, () => importKeys(parts))),
  ];
}
