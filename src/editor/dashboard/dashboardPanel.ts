import { randomBytes } from 'node:crypto';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Clock } from '../../core/model/clock.ts';
import { Coalesced } from '../../interaction/dashboard/coalesced.ts';
import { dashboardHtml, dashboardType } from '../../interaction/dashboard/dashboardHtml.ts';
import { DashboardViews } from '../../interaction/dashboard/dashboardViews.ts';
import type { DashboardSources } from '../../interaction/dashboard/sums/dashboardSources.ts';
import type { ChartId, DashboardRange, ToDashboard } from '../../shared/dashboardProtocol.ts';
import { readFromDashboard } from '../../shared/readDashboard.ts';

/** What the dashboard needs of the world. */
export interface DashboardParts {
  readonly extensionUri: vscode.Uri;
  readonly clock: Clock;
  readonly sources: DashboardSources;
  /** Reads what other windows have entered. */
  readonly refresh: () => Promise<void>;
  /** Calls back when anything has changed that is shown. The returned function ends that. */
  readonly onDidChange: (listener: () => void) => () => void;
}

/** At most four times a second. */
const updateEveryMs = 250;
/** Other windows are asked, and the time goes on, this often while it is seen. */
const lookEveryMs = 15_000;

/** The webview of the dashboard. While nobody sees it nothing is computed, and its page keeps no memory: it is drawn anew when shown. */
export class DashboardPanel implements vscode.Disposable {
  readonly #parts: DashboardParts;
  readonly #panel: vscode.WebviewPanel;
  readonly #views: DashboardViews;
  readonly #update: Coalesced;
  readonly #disposables: vscode.Disposable[] = [];
  /** What the page shows, chart by chart. */
  readonly #sent = new Map<ChartId, string>();
  #range: DashboardRange | undefined;
  /** What is looked at as soon as the page is there, whatever it showed last. */
  #wanted: DashboardRange | undefined;
  #cancelLook: (() => void) | undefined;

  constructor(parts: DashboardParts, panel: vscode.WebviewPanel, wanted?: DashboardRange) {
    this.#parts = parts;
    this.#wanted = wanted;
    this.#panel = panel;
    this.#views = new DashboardViews(parts.sources);
    this.#update = new Coalesced(parts.clock, updateEveryMs, () => this.#sendChanges());
    panel.iconPath = vscode.Uri.joinPath(parts.extensionUri, 'media', 'icon.svg');
    this.#disposables.push(
      panel.webview.onDidReceiveMessage(message => this.#receive(message)),
      panel.onDidChangeViewState(() => !panel.visible && this.#rest()),
      panel.onDidDispose(() => this.dispose()),
      { dispose: parts.onDidChange(() => this.#isSeen && this.#update.request()) },
    );
    panel.webview.options = dashboardOptions(parts.extensionUri);
    panel.webview.html = this.#html();
  }

  /** `range`: what is looked at from now on. Default: what was looked at last. */
  reveal(range?: DashboardRange): void {
    this.#panel.reveal();
    if (range === undefined) return;
    if (!this.#isSeen) return void (this.#wanted = range);
    this.#range = range;
    this.#send();
  }

  onceGone(listener: () => void): void {
    this.#panel.onDidDispose(listener);
  }

  dispose(): void {
    this.#rest();
    for (const disposable of this.#disposables.splice(0)) disposable.dispose();
    this.#panel.dispose();
  }

  get #isSeen(): boolean {
    return this.#range !== undefined;
  }

  #receive(message: unknown): void {
    const known = readFromDashboard(message);
    if (!known) return; // a webview is not trusted
    this.#range = (known.kind === 'ready' ? this.#wanted : undefined) ?? known.range;
    this.#wanted = undefined;
    this.#send();
    this.#look();
  }

  /** Its page is gone until it is shown again. */
  #rest(): void {
    this.#range = undefined;
    this.#update.cancel();
    this.#cancelLook?.();
    this.#cancelLook = undefined;
  }

  #look(): void {
    this.#cancelLook?.();
    this.#cancelLook = this.#parts.clock.after(lookEveryMs, () => this.#look());
    void this.#parts.refresh();
    this.#update.request();
  }

  #send(): void {
    if (this.#range === undefined) return;
    const view = this.#views.view(this.#range, this.#parts.clock.wall());
    this.#sent.clear();
    for (const chart of view.charts) this.#sent.set(chart.id, JSON.stringify(chart));
    this.#post({ kind: 'view', view });
  }

  #sendChanges(): void {
    if (this.#range === undefined) return;
    const { charts, basis } = this.#views.view(this.#range, this.#parts.clock.wall());
    if (charts.length !== this.#sent.size || charts.some(({ id }) => !this.#sent.has(id))) return this.#send();
    const changed = charts.filter(chart => {
      const text = JSON.stringify(chart);
      const isNews = this.#sent.get(chart.id) !== text;
      this.#sent.set(chart.id, text);
      return isNews;
    });
    if (changed.length > 0) this.#post({ kind: 'charts', basis, charts: changed });
  }

  #post(message: ToDashboard): void {
    void this.#panel.webview.postMessage(message); // resolves to false when it is hidden; it asks again when shown
  }

  #html(): string {
    const { webview } = this.#panel;
    const file = (name: string) =>
      webview.asWebviewUri(vscode.Uri.joinPath(this.#parts.extensionUri, 'dist', 'media', name)).toString();
    return dashboardHtml({
      nonce: randomBytes(16).toString('base64url'),
      cspSource: webview.cspSource,
      scriptUri: file('dashboard.js'),
      styleUri: file('dashboard.css'),
      language: vscode.env.language,
      title: this.#panel.title,
    });
  }
}

/** Opens the dashboard in a panel of its own. */
export function openDashboard(parts: DashboardParts, range?: DashboardRange): DashboardPanel {
  const title = l10n.t('Steadfast dashboard');
  const options = { ...dashboardOptions(parts.extensionUri), retainContextWhenHidden: false };
  return new DashboardPanel(
    parts,
    vscode.window.createWebviewPanel(dashboardType, title, vscode.ViewColumn.Active, options),
    range,
  );
}

const dashboardOptions = (extensionUri: vscode.Uri): vscode.WebviewOptions => ({
  enableScripts: true,
  enableCommandUris: false,
  enableForms: false,
  localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist', 'media')],
});
