import * as vscode from 'vscode';
import type { KeptItem } from '../../interaction/kept/keptItems.ts';
import type { KeptLists } from '../../interaction/kept/keptLists.ts';
import { deferredText, waitingAnswersText } from '../../interaction/status/badgeText.ts';
import type { DeferredCount } from '../../interaction/status/deferredCount.ts';
import { showBadge } from '../../interaction/platform/showBadge.ts';
import type { CommandId } from '../../interaction/platform/commandIds.ts';

const icons = {
  ...{ answer: 'comment-discussion', review: 'checklist', later: 'inbox', waiting: 'question', decided: 'check-all' },
} as const;

/**
 * The views Recent Answers and Kept for Later. `load` brings the lists, with the first look at one of them; how many questions are kept
 * is known before.
 */
export function registerKeptViews(
  load: () => Promise<KeptLists>,
  { deferredCount, reviewCount }: Readonly<Record<'deferredCount' | 'reviewCount', WaitingCount>>,
): vscode.Disposable {
  const follow = following(load);
  const treeDataProvider = viewOf(follow, lists => lists.questions());
  const later = vscode.window.createTreeView('steadfast.later', { treeDataProvider });
  return vscode.Disposable.from(
    follow,
    decisionsView(follow, reviewCount),
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

type WaitingCount = Pick<DeferredCount, 'now' | 'onDidChange'>;

/** The view For Your Decision. Other windows decide too: it is read anew when this one is looked at again. */
function decisionsView(follow: Following, count: WaitingCount): vscode.Disposable {
  const looked = new vscode.EventEmitter<void>();
  const treeDataProvider = viewOf({ lists: follow.lists, onDidChange: looked.event }, async lists => {
    const items = await lists.decisions();
    view.description = lists.shownDecisions();
    return items;
  });
  const view: vscode.TreeView<KeptItem | KeptLine> = vscode.window.createTreeView('steadfast.review', {
    treeDataProvider,
  });
  return vscode.Disposable.from(
    looked,
    view,
    follow.onDidChange(() => looked.fire()),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused && view.visible) looked.fire();
    }),
    showBadge(view, {
      count: () => count.now,
      text: waitingAnswersText,
      onDidChange: listener => count.onDidChange(listener),
    }),
  );
}

/** One of the lines below an item. */
interface KeptLine {
  readonly kind: 'line';
  readonly title: string;
}

const linesOf = (element: KeptItem | KeptLine): readonly KeptLine[] =>
  element.kind === 'line' ? [] : (element.lines ?? []).map(title => ({ kind: 'line', title }));

const lineOf = ({ title }: KeptLine): vscode.TreeItem =>
  Object.assign(new vscode.TreeItem(title), { tooltip: title, contextValue: 'line' });

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
  { lists, onDidChange }: Pick<Following, 'lists' | 'onDidChange'>,
  read: (lists: KeptLists) => Promise<readonly KeptItem[]>,
): vscode.TreeDataProvider<KeptItem | KeptLine> {
  return {
    onDidChangeTreeData: onDidChange,
    getChildren: async item => (item ? [...linesOf(item)] : [...(await read(await lists()))]),
    getTreeItem: item => (item.kind === 'line' ? lineOf(item) : itemOf(item)),
  };
}

function itemOf(item: KeptItem): vscode.TreeItem {
  const { id, kind, title, details, lines = [] } = item;
  const command = 'steadfast.openAnswer' satisfies CommandId;
  const state = lines.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
  return Object.assign(new vscode.TreeItem(title, state), {
    id,
    description: details,
    tooltip: [title, details, ...lines].join('\n'),
    contextValue: kind,
    iconPath: new vscode.ThemeIcon(icons[kind]),
    command: { command, title, arguments: [item] },
  });
}
