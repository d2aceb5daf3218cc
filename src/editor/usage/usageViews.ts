import * as vscode from 'vscode';
import { stoppedText } from '../../interaction/status/badgeText.ts';
import { followState } from '../../interaction/status/followState.ts';
import { stoppedModels } from '../../interaction/status/stoppedModels.ts';
import type { StatusFeed } from '../../interaction/status/followStatus.ts';
import { showBadge, type Counted } from '../../interaction/platform/showBadge.ts';
import type { UsageLists } from '../../interaction/usage/usageLists.ts';
import type { ViewLine } from '../../interaction/usage/viewLine.ts';

/** Changes are shown together, at most this often, ms: a streamed answer makes many. */
const redrawMs = 1_000;

/**
 * The views Models and Usage. `load` brings what they show, with the first look at one of them; how many models are paused after
 * errors is seen before.
 */
export function registerUsageViews(
  load: () => Promise<UsageLists>,
  feed: Pick<StatusFeed, 'clock' | 'status' | 'onDidChange'>,
): vscode.Disposable {
  let lists: Promise<UsageLists> | undefined;
  const loaded = (): Promise<UsageLists> => (lists ??= load());
  const models = new LinesView('steadfast.models', loaded, from => from.models());
  return vscode.Disposable.from(
    models,
    showBadge(models.view, stopped(feed)),
    new LinesView('steadfast.usage', loaded, from => from.usage()),
  );
}

const stopped = (feed: Pick<StatusFeed, 'clock' | 'status' | 'onDidChange'>): Counted => ({
  count: () => stoppedModels(feed.status()),
  text: stoppedText,
  onDidChange: listener => followState(feed, listener),
});

/** One of the views. Its lines are read before it is told to draw anew, because VS Code asks for lines below those that it shows. */
class LinesView implements vscode.TreeDataProvider<ViewLine>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #load: () => Promise<UsageLists>;
  readonly #read: (lists: UsageLists) => Promise<readonly ViewLine[]>;
  readonly view: vscode.TreeView<ViewLine>;
  #lines: readonly ViewLine[] | undefined;
  #stop = (): void => undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    name: string,
    load: () => Promise<UsageLists>,
    read: (lists: UsageLists) => Promise<readonly ViewLine[]>,
  ) {
    this.#load = load;
    this.#read = read;
    this.view = vscode.window.createTreeView(name, { treeDataProvider: this });
  }

  get onDidChangeTreeData(): vscode.Event<void> {
    return this.#changed.event;
  }

  async getChildren(line?: ViewLine): Promise<ViewLine[]> {
    if (line) return [...(line.lines ?? [])];
    return [...(this.#lines ?? (await this.#first()))];
  }

  getTreeItem({ id, label, description, icon, context, lines = [], isOpen = false }: ViewLine): vscode.TreeItem {
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    const state = lines.length === 0 ? None : isOpen ? Expanded : Collapsed;
    return Object.assign(new vscode.TreeItem(label, state), {
      id,
      tooltip: description === undefined ? label : `${label}: ${description}`,
      ...(description !== undefined && { description }),
      ...(icon !== undefined && { iconPath: new vscode.ThemeIcon(icon) }),
      ...(context !== undefined && { contextValue: context }),
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#stop();
    this.view.dispose();
    this.#changed.dispose();
  }

  async #first(): Promise<readonly ViewLine[]> {
    const lists = await this.#load();
    this.#stop();
    this.#stop = lists.onDidChange(() => this.#redrawSoon(lists));
    return (this.#lines = await this.#read(lists));
  }

  #redrawSoon(lists: UsageLists): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#redraw(lists);
    }, redrawMs);
  }

  async #redraw(lists: UsageLists): Promise<void> {
    this.#lines = this.view.visible ? await this.#read(lists) : undefined; // asked for when somebody looks again
    this.#changed.fire();
  }
}
