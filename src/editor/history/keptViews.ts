import * as vscode from 'vscode';
import type { KeptItem } from '../../interaction/kept/keptItems.ts';
import type { FocusedItem, KeptLists } from '../../interaction/kept/keptLists.ts';
import { decisionsBadge, laterBadge, type KeptCounts } from '../../interaction/kept/keptBadges.ts';
import { showBadge } from '../../interaction/platform/showBadge.ts';
import type { CommandId } from '../../interaction/platform/commandIds.ts';

const icons = {
  ...{ answer: 'comment-discussion', review: 'checklist', later: 'inbox', waiting: 'question', decided: 'check-all' },
  unanswered: 'warning',
} as const;

/**
 * The views Recent Answers and Kept for Later. `load` brings the lists, with the first look at one of them; how many questions are kept
 * is known before.
 */
export function registerKeptViews(load: () => Promise<KeptLists>, counts: KeptCounts): vscode.Disposable {
  const views: KeptView[] = [];
  const follow = following(load, () => focusedIn(views));
  const treeDataProvider = viewOf(follow, lists => lists.questions());
  const later = vscode.window.createTreeView('steadfast.later', { treeDataProvider });
  const decisions = decisionsView(follow, counts);
  views.push(later, decisions.view);
  return vscode.Disposable.from(
    follow,
    decisions,
    vscode.window.registerTreeDataProvider(
      'steadfast.answers',
      viewOf(follow, lists => lists.answers()),
    ),
    later,
    showBadge(later, laterBadge(counts)),
  );
}

/** The view For Your Decision. Other windows decide too: it is read anew when this one is looked at again. */
function decisionsView(follow: Following, counts: KeptCounts): vscode.Disposable & { readonly view: KeptView } {
  const looked = new vscode.EventEmitter<void>();
  const treeDataProvider = viewOf({ lists: follow.lists, onDidChange: looked.event }, async lists => {
    const items = await lists.decisions();
    view.description = lists.shownDecisions();
    return items;
  });
  const view: KeptView = vscode.window.createTreeView('steadfast.review', {
    treeDataProvider,
  });
  const parts = vscode.Disposable.from(
    looked,
    view,
    follow.onDidChange(() => looked.fire()),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused && view.visible) looked.fire();
    }),
    showBadge(view, decisionsBadge(counts)),
  );
  return { view, dispose: () => void parts.dispose() };
}

type KeptView = vscode.TreeView<KeptItem | KeptLine>;

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
function following(load: () => Promise<KeptLists>, focused: FocusedItem): Following {
  const changed = new vscode.EventEmitter<void>();
  let lists: Promise<KeptLists> | undefined;
  let stop = (): void => undefined;
  const open = async (): Promise<KeptLists> => {
    const loaded = await load();
    loaded.followFocus(focused);
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

/**
 * The line that has the focus. VS Code tells extensions of the selection alone, which the arrow keys leave where it is: so the focused
 * line is taken into it, or out of it, and then back, and it is the one that differs. A view that is drawn anew meanwhile has other
 * objects for the same lines, and may keep what was selected for that moment.
 */
async function focusedIn(views: readonly KeptView[]): Promise<KeptItem | undefined> {
  const selected = (): ReadonlyMap<string, KeptItem | KeptLine> =>
    new Map(views.flatMap(({ selection }) => selection).map(each => [nameOf(each), each]));
  const toggle = () => vscode.commands.executeCommand('list.toggleSelection');
  const before = selected();
  await toggle();
  const during = selected();
  for (let times = 0; times < 3; times += 1) {
    await toggle();
    if (isSame(selected(), before)) break;
  }
  const [item] = [...during, ...before]
    .filter(([name]) => during.has(name) !== before.has(name))
    .map(([, each]) => each);
  return item?.kind === 'line' ? undefined : item;
}

const nameOf = (each: KeptItem | KeptLine): string => `${each.kind} ${each.kind === 'line' ? each.title : each.id}`;

const isSame = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): boolean =>
  one.size === other.size && [...one.keys()].every(name => other.has(name));

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
