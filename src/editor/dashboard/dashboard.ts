import type * as vscode from 'vscode';
import { dashboardRanges, type DashboardRange } from '../../shared/dashboardProtocol.ts';
import { registerCommand } from '../platform/registerCommand.ts';
import type { DashboardPanel, DashboardParts } from './dashboardPanel.ts';

/** The one dashboard of this window: its command, and what revives it after a reload. Its code is loaded when it is opened. */
export class Dashboard implements vscode.Disposable {
  readonly #parts: DashboardParts;
  readonly #command: vscode.Disposable;
  #open: DashboardPanel | undefined;

  constructor(parts: DashboardParts) {
    this.#parts = parts;
    this.#command = registerCommand('steadfast.openDashboard', range =>
      this.show(dashboardRanges.find(each => each === range)),
    );
  }

  /** `range`: what is looked at from now on. Default: what was looked at last. */
  async show(range?: DashboardRange): Promise<void> {
    const { openDashboard } = await import('./dashboardPanel.ts');
    if (this.#open) return this.#open.reveal(range);
    this.#keep(openDashboard(this.#parts, range));
  }

  /** Fills a panel that outlived a reload. */
  async revive(panel: vscode.WebviewPanel): Promise<void> {
    const { DashboardPanel } = await import('./dashboardPanel.ts');
    if (this.#open) return void panel.dispose(); // the user was faster
    this.#keep(new DashboardPanel(this.#parts, panel));
  }

  dispose(): void {
    this.#command.dispose();
    this.#open?.dispose();
  }

  #keep(panel: DashboardPanel): void {
    this.#open = panel;
    panel.onceGone(() => (this.#open = undefined));
  }
}
