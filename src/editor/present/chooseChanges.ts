import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { hunkPlaces } from '../../assist/edits/hunkChoice.ts';
import { changeLabel } from '../../interaction/edits/changeText.ts';
import { fileName } from '../asking/workspaceFile.ts';
import { changeKey, changesOf, type PendingEdit } from './pendingEdit.ts';
import { textNow } from './proposedChange.ts';

interface ChangeItem extends vscode.QuickPickItem {
  readonly key: string;
}

/**
 * Lets the user take or leave changes one by one; what is ticked is shown in the diff at once. Resolves with what was left when the
 * list was accepted, and with undefined when it was closed.
 */
export function chooseChanges(
  pending: PendingEdit,
  follow: (left: ReadonlySet<string>) => void,
): Promise<ReadonlySet<string> | undefined> {
  const items = itemsOf(pending);
  const box = vscode.window.createQuickPick<ChangeItem>();
  Object.assign(box, { canSelectMany: true, matchOnDetail: true, items });
  box.title = l10n.t('Which changes are to be made?');
  box.placeholder = l10n.t('What is not ticked stays as it is. Nothing is applied before you accept the edit.');
  box.selectedItems = items.filter(({ key }) => !pending.left.has(key));
  const left = (): ReadonlySet<string> => {
    const taken = new Set(box.selectedItems.map(({ key }) => key));
    return new Set(changesOf(pending).filter(key => !taken.has(key)));
  };
  const { promise, resolve } = Promise.withResolvers<ReadonlySet<string> | undefined>();
  box.onDidChangeSelection(() => follow(left()));
  box.onDidAccept(() => {
    resolve(left());
    box.hide();
  });
  box.onDidHide(() => resolve(undefined));
  box.show();
  return promise.finally(() => box.dispose());
}

function itemsOf({ files }: PendingEdit): readonly ChangeItem[] {
  return files.flatMap(({ document, change, refusal }, at) => {
    const text = textNow(document);
    const found = refusal === undefined ? change.hunksIn(text) : '';
    if (typeof found === 'string') return [];
    const places = hunkPlaces(text, found, () => true);
    const file = fileName(document.uri);
    return found
      .map((hunk, index) => ({ hunk, key: changeKey(at, index), line: places[index]?.before.first ?? 0 }))
      .toSorted((one, other) => one.line - other.line)
      .map(({ hunk, key, line }) => ({ ...changeLabel({ file, text, hunk, line }), key }));
  });
}
