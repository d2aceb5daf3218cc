import * as vscode from 'vscode';
import type { TurnView } from '../../../src/shared/protocol.ts';
import { panelType } from '../../../src/interaction/panel/panelType.ts';
import { ShownPanel } from './shownPanel.ts';
import { until } from './until.ts';

/** A message box as it was shown. */
export interface Message {
  readonly severity: 'information' | 'warning' | 'error';
  readonly text: string;
  readonly detail: string;
  readonly isModal: boolean;
  readonly buttons: readonly string[];
}

const boxes = [
  'showInformationMessage',
  'showWarningMessage',
  'showErrorMessage',
  'createInputBox',
  'showInputBox',
  'showQuickPick',
  'showSaveDialog',
  'createQuickPick',
  'createWebviewPanel',
  'withProgress',
] as const satisfies readonly (keyof typeof vscode.window)[];

/**
 * The person in front of this VS Code: answers its boxes, and remembers what they were shown. From inside nothing can type
 * into an input box, and messages are suppressed under the test driver, so the person stands where the boxes would open;
 * that these do open is seen in `test/browser`. Who is told nothing turns away from every box.
 */
export class Person {
  /** Who sits there now: a panel outlives them. */
  static #here: Person | undefined;
  /** What message boxes said, oldest first. */
  readonly told: Message[] = [];
  /** The answer panels that were given a conversation, oldest first; they are real, and show what was sent to them. */
  readonly panels: ShownPanel[] = [];
  /** The choices they were given, oldest first. */
  readonly lists: (readonly string[])[] = [];
  /** What stood in the fields above these choices. */
  readonly hints: (string | undefined)[] = [];
  /** Agrees to the practice servers of this machine without being seen to; a scene about that question sets it false. */
  trustsThisMachine = true;
  readonly #own = Object.fromEntries(boxes.map(name => [name, vscode.window[name]]));
  readonly #words: string[] = [];
  readonly #buttons: string[] = [];
  readonly #picks: string[] = [];
  readonly #places: vscode.Uri[] = [];
  readonly #ticks: ((choices: Listed) => Listed)[] = [];
  readonly #cancels = new Set<() => void>();
  #menu: vscode.QuickPick<vscode.QuickPickItem> | undefined;

  constructor() {
    Person.#here = this;
    const { createWebviewPanel, createQuickPick, withProgress } = vscode.window;
    Object.assign(vscode.window, {
      showInformationMessage: (...said: Said) => this.#hear('information', said),
      showWarningMessage: (...said: Said) => this.#hear('warning', said),
      showErrorMessage: (...said: Said) => this.#hear('error', said),
      createInputBox: () => this.#inputBox(),
      showInputBox: () => Promise.resolve(this.#words.shift()),
      showQuickPick: async (given: Choices, options?: vscode.QuickPickOptions) => {
        const choices = await given;
        const labels = choices.map(choice => (typeof choice === 'string' ? choice : choice.label));
        this.lists.push(labels);
        this.hints.push(options?.placeHolder);
        if (options?.canPickMany) return this.#ticks.shift()?.(choices);
        const picked = labels.findIndex(label => label === this.#picks[0]);
        if (picked >= 0) this.#picks.shift();
        return choices[picked];
      },
      showSaveDialog: () => Promise.resolve(this.#places.shift()),
      createQuickPick: () => (this.#menu = createQuickPick()),
      createWebviewPanel: (...given: Parameters<typeof createWebviewPanel>) => {
        const panel = createWebviewPanel(...given);
        if (given[0] === panelType) new ShownPanel(panel, shown => Person.#here?.looksAt(shown));
        return panel;
      },
      withProgress: <T>(shown: vscode.ProgressOptions, work: Work<T>) =>
        withProgress(shown, progress => this.#watching(token => work(progress, token))),
    } satisfies Record<(typeof boxes)[number], unknown>);
  }

  /** A panel was given a conversation, perhaps one that somebody before them had opened. */
  looksAt(panel: ShownPanel): void {
    this.panels.splice(0, this.panels.length, ...this.panels.filter(known => known !== panel), panel);
  }

  /** Will type this into the next input box. */
  types(words: string): void {
    this.#words.push(words);
  }

  /** Will pick this in the next list that has it. */
  picks(label: string): void {
    this.#picks.push(label);
  }

  /** Will save to this place when asked for one. */
  savesTo(place: vscode.Uri): void {
    this.#places.push(place);
  }

  /** Will agree to what is ticked in the next list of which several may be chosen, but for these. */
  picksAllBut(...labels: readonly string[]): void {
    this.#ticks.push(choices => choices.filter(choice => isTicked(choice) && !labels.includes(choice.label)));
  }

  /** Will tick these, and nothing else, in the next list of which several may be chosen. */
  ticks(...labels: readonly string[]): void {
    this.#ticks.push(choices => choices.filter(choice => typeof choice !== 'string' && labels.includes(choice.label)));
  }

  /** Will press this button of the next message box that has it. */
  presses(button: string): void {
    this.#buttons.push(button);
  }

  /** Presses the cancel button of whatever shows that it goes on. */
  cancels(): void {
    for (const cancel of this.#cancels) cancel();
  }

  /** The last turn of the panel that was opened last, once it has ended and is drawn. */
  async reads(): Promise<TurnView> {
    return until('an answer in the panel', () => {
      const turn = this.panels.at(-1)?.view?.turns.at(-1);
      return turn?.phase !== 'working' && turn;
    });
  }

  /** The lines of the status menu, as label and description. */
  async looksAtMenu(): Promise<Readonly<Record<string, string>>> {
    await vscode.commands.executeCommand('steadfast.showMenu');
    const lines = (this.#menu?.items ?? []).map(({ label, description }) => [label, description ?? '']);
    this.#menu?.hide();
    return Object.fromEntries(lines) as Record<string, string>;
  }

  /** Forgets what was shown and what they meant to answer. */
  forget(): void {
    for (const seen of [
      this.told,
      this.panels,
      this.lists,
      this.hints,
      this.#words,
      this.#buttons,
      this.#picks,
      this.#ticks,
      this.#places,
    ])
      seen.length = 0;
  }

  /** Gives VS Code its own boxes back. */
  leave(): void {
    Object.assign(vscode.window, this.#own);
  }

  /** A box into which the next words are typed when it is shown; without words it is closed at once. */
  #inputBox(): object {
    const nothing = (): void => undefined;
    let [accept, hide] = [nothing, nothing];
    const box = {
      value: '',
      onDidAccept: (listener: () => void) => void (accept = listener),
      onDidHide: (listener: () => void) => void (hide = listener),
      show: () => {
        const words = this.#words.shift();
        if (words === undefined) return hide();
        box.value = words;
        return accept();
      },
      hide: () => hide(),
      dispose: () => undefined,
    };
    return box;
  }

  #watching<T>(work: (token: vscode.CancellationToken) => Thenable<T>): Promise<T> {
    const source = new vscode.CancellationTokenSource();
    const cancel = (): void => source.cancel();
    this.#cancels.add(cancel);
    return Promise.resolve(work(source.token)).finally(() => this.#cancels.delete(cancel));
  }

  #hear(severity: Message['severity'], [text, ...more]: Said): Promise<unknown> {
    const options = more.filter(one => typeof one === 'object').find(one => !('title' in one)) ?? {};
    const items = more.filter(one => typeof one === 'string' || 'title' in one);
    const buttons = items.map(one => (typeof one === 'string' ? one : (one.title ?? '')));
    if (this.trustsThisMachine && text.startsWith('Send code to a server on this machine'))
      return Promise.resolve(items[buttons.indexOf('Send')]);
    this.told.push({ severity, text, detail: options.detail ?? '', isModal: options.modal ?? false, buttons });
    const wanted = buttons.findIndex(button => button === this.#buttons[0]);
    if (wanted >= 0) this.#buttons.shift();
    return Promise.resolve(items[wanted]);
  }
}

type Listed = readonly (string | vscode.QuickPickItem)[];
type Choices = Listed | PromiseLike<Listed>;

type Work<T> = Parameters<typeof vscode.window.withProgress<T>>[1];

const isTicked = (choice: string | vscode.QuickPickItem): choice is vscode.QuickPickItem =>
  typeof choice !== 'string' && choice.picked === true;

type Said = readonly [string, ...(string | (vscode.MessageOptions & Partial<vscode.MessageItem>))[]];
