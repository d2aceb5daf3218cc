import * as vscode from 'vscode';
import type { KeptItem } from '../../interaction/kept/keptItems.ts';
import type { KeptLists } from '../../interaction/kept/keptLists.ts';
import { deferredText } from '../../interaction/status/badgeText.ts';
import type { DeferredCount } from '../../interaction/status/deferredCount.ts';
import { showBadge } from '../../interaction/platform/showBadge.ts';
import type { CommandId } from '../../interaction/platform/commandIds.ts';

const icons = { answer: 'comment-discussion', review: 'checklist', later: 'inbox' } as const;

/**
 * The views Recent Answers and Kept for Later. `load` brings the lists, with the first look at one of them; how many questions are kept
 * is known before.
 */
export function registerKeptViews(
  load: () => Promise<KeptLists>,
  deferredCount: Pick<DeferredCount, 'now' | 'onDidChange'>,
): vscode.Disposable {
  const follow = following(load);
  const treeDataProvider = viewOf(follow, lists => lists.questions());
  const later = vscode.window.createTreeView('steadfast.later', { treeDataProvider });
  return vscode.Disposable.from(
    follow,
    vscode.window.registerTreeDataProvider(
      'steadfast.answers',
      viewOf(follow, lists => lists.answers()),
    ),
    later,
    showBadge(later, {
      count: () => deferredCount.now,
      text: deferredText,
      onDidChange: listener => deferredCount.onDidChange(listener),
    }),
  );
}

interface Following extends vscode.Disposable {
  readonly lists: () => Promise<KeptLists>;
  readonly onDidChange: vscode.Event<void>;
}

/** The lists, and that they have changed, from when they were first looked at. */
function following(load: () => Promise<KeptLists>): Following {
  const changed = new vscode.EventEmitter<void>();
  let lists: Promise<KeptLists> | undefined;
  let stop = (): void => undefined;
  const open = async (): Promise<KeptLists> => {
    const loaded = await load();
    stop = loaded.onDidChange(() => changed.fire());
    return loaded;
  };
  return {
    lists: () => (lists ??= open()),
    onDidChange: changed.event,
    dispose: () => {
      stop();
      changed.dispose();
    },
  };
}

function viewOf(
  { lists, onDidChange }: Following,
  read: (lists: KeptLists) => Promise<readonly KeptItem[]>,
): vscode.TreeDataProvider<KeptItem> {
  return {
    onDidChangeTreeData: onDidChange,
    getChildren: async item => (item ? [] : [...(await read(await lists()))]),
    getTreeItem: itemOf,
  };
}

function itemOf(item: KeptItem): vscode.TreeItem {
  const { id, kind, title, details } = item;
  const command = 'steadfast.openAnswer' satisfies CommandId;
  return Object.assign(new vscode.TreeItem(title), {
    id,
    description: details,
    tooltip: `${title}\n${details}`,
    contextValue: kind,
    iconPath: new vscode.ThemeIcon(icons[kind]),
    command: { command, title, arguments: [item] },
  });
}
