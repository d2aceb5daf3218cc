import * as vscode from 'vscode';
import type { FindingList, ShownFinding } from '../../interaction/findings/findingList.ts';
import { kindText } from '../../interaction/findings/findingText.ts';
import { findingsText } from '../../interaction/status/badgeText.ts';
import { showBadge } from '../../interaction/platform/showBadge.ts';
import type { CommandId } from '../../interaction/platform/commandIds.ts';
import { plainLabel } from '../../interaction/text/cleanText.ts';

/** A document, by its address, or one of its findings. */
type Line = string | ShownFinding;

const icons = { error: 'error', warning: 'warning', information: 'info' } as const;

/** The view Findings: documents, below each its findings. */
export class FindingsView implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #view: vscode.TreeView<Line>;
  readonly #registered: vscode.Disposable;

  constructor(list: FindingList) {
    const changed = this.#changed;
    this.#view = vscode.window.createTreeView<Line>('steadfast.findings', {
      treeDataProvider: {
        onDidChangeTreeData: changed.event,
        getChildren: line => [...(line === undefined ? list.uris : typeof line === 'string' ? list.of(line) : [])],
        getParent: line => (typeof line === 'string' ? undefined : line.uri),
        getTreeItem: line => (typeof line === 'string' ? documentItem(line, list) : findingItem(line)),
      },
    });
    this.#registered = vscode.Disposable.from(
      { dispose: list.onDidChange(() => changed.fire()) },
      showBadge(this.#view, {
        count: () => list.uris.reduce((sum, uri) => sum + list.of(uri).length, 0),
        text: findingsText,
        onDidChange: listener => list.onDidChange(listener),
      }),
    );
  }

  /** Opens the view at this finding. */
  async reveal(finding: ShownFinding): Promise<void> {
    await this.#view.reveal(finding, { select: true, focus: true });
  }

  dispose(): void {
    this.#registered.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }
}

function documentItem(address: string, list: FindingList): vscode.TreeItem {
  const uri = vscode.Uri.parse(address);
  const item = new vscode.TreeItem(uri, vscode.TreeItemCollapsibleState.Expanded);
  return Object.assign(item, { id: address, description: `${list.of(address).length}`, contextValue: 'document' });
}

function findingItem(finding: ShownFinding): vscode.TreeItem {
  const title = plainLabel(finding.message, longestTitle);
  const command = 'steadfast.openFinding' satisfies CommandId;
  return Object.assign(new vscode.TreeItem(title), {
    id: finding.id,
    description: `${finding.first + 1} · ${kindText(finding.kind)}`,
    tooltip: [finding.message, finding.why, finding.advice, finding.summary].filter(each => each !== '').join('\n'),
    contextValue: finding.replacement === undefined ? 'finding' : 'findingWithChange',
    iconPath: new vscode.ThemeIcon(icons[finding.severity]),
    command: { command, title, arguments: [finding.id] },
  });
}

/** So much of a finding is read in a list, characters. */
const longestTitle = 200;
