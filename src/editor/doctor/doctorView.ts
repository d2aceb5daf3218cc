import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { DoctorFix } from '../../interaction/doctor/found/doctorFinding.ts';
import type { DoctorReport } from '../../interaction/doctor/report.ts';
import { doctorText, type DoctorDocument, type DoctorLink } from '../../interaction/doctor/text/doctorText.ts';
import { fixText } from '../../interaction/doctor/text/fixText.ts';
import type { User } from '../../interaction/platform/user.ts';

/** What the view needs of the world. */
export interface DoctorViewParts {
  readonly user: Pick<User, 'pick' | 'tell' | 'wait'>;
  /** Looks at everything. Never rejects; a signal that aborts makes a report of what was known by then. */
  readonly look: (signal: AbortSignal) => Promise<DoctorReport>;
  readonly moveKeys: () => Promise<void>;
}

const scheme = 'steadfast-doctor';

/**
 * The report as a Markdown document that cannot be typed into. It is shown as text, not as a preview: VS Code lets no link to a
 * command through in a preview (microsoft/vscode#215939), and in a text it does, by mouse and by keyboard.
 */
export class DoctorView implements vscode.Disposable {
  readonly #parts: DoctorViewParts;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #registered: vscode.Disposable;
  #running: Promise<DoctorReport> | undefined;
  #report: DoctorReport | undefined;
  #document: DoctorDocument = { text: '', links: [] };

  constructor(parts: DoctorViewParts) {
    this.#parts = parts;
    this.#registered = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: () => this.#document.text,
      }),
      vscode.languages.registerDocumentLinkProvider({ scheme }, { provideDocumentLinks: () => this.#links() }),
    );
  }

  /** Looks at everything without showing anything: for whoever collects diagnostics. */
  report(signal: AbortSignal = new AbortController().signal): Promise<DoctorReport> {
    return this.#parts.look(signal);
  }

  /** Looks at everything while the user waits, then shows it, unless they have stopped it. One look at a time. */
  async show(): Promise<DoctorReport> {
    this.#running ??= this.#parts.user
      .wait(l10n.t('Checking your setup'), signal => this.#parts.look(signal))
      .finally(() => (this.#running = undefined));
    const report = await this.#running;
    if (!report.isCancelled) await this.#open(report);
    return report;
  }

  /** Puts the report that is shown, or a new one, into the clipboard as JSON. */
  async copy(): Promise<void> {
    const report = this.#report ?? (await this.show());
    await vscode.env.clipboard.writeText(`${JSON.stringify(report, undefined, 2)}\n`);
    this.#parts.user.tell(l10n.t('The report is in the clipboard as JSON. It contains no keys.'));
  }

  /** Follows the link under the cursor, or one of its line. */
  async follow(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.uri.scheme !== scheme) return;
    const { line, character } = editor.selection.active;
    const links = this.#document.links.filter(link => link.line === line);
    const under = links.find(({ start, end }) => character >= start && character <= end);
    const link = under ?? (links.length > 1 ? await this.#choose(links) : links[0]);
    if (link) await vscode.commands.executeCommand(link.fix.command, ...argumentsOf(link.fix));
  }

  moveKeys(): Promise<void> {
    return this.#parts.moveKeys();
  }

  dispose(): void {
    this.#registered.dispose();
  }

  #choose(links: readonly DoctorLink[]): Promise<DoctorLink | undefined> {
    const choices = links.map(link => ({ label: fixText(link.fix), value: link }));
    return this.#parts.user.pick(l10n.t('What do you want to do?'), choices);
  }

  async #open(report: DoctorReport): Promise<void> {
    this.#report = report;
    this.#document = doctorText(report);
    const uri = vscode.Uri.from({ scheme, path: `${l10n.t('Check My Setup')}.md` });
    this.#changed.fire(uri);
    await vscode.window.showTextDocument(uri, { preview: false });
  }

  #links(): vscode.DocumentLink[] {
    return this.#document.links.map(({ line, start, end, fix }) => {
      const query = encodeURIComponent(JSON.stringify(argumentsOf(fix)));
      const target = vscode.Uri.parse(`command:${fix.command}?${query}`);
      const link = new vscode.DocumentLink(new vscode.Range(line, start, line, end), target);
      link.tooltip = fixText(fix);
      return link;
    });
  }
}

const argumentsOf = ({ argument }: DoctorFix): readonly string[] => (argument === undefined ? [] : [argument]);
