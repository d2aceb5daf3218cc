import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { errors, type FrameLocator, type Locator, type Page } from 'playwright-core';
import { projectRoot } from '../../../scripts/support/projectRoot.ts';
import { waitUntil } from './waitUntil.ts';

/** Where pictures and logs are kept for a person to look at. */
export const artifacts = path.join(projectRoot, 'test-artifacts/browser');

/** A busy machine may take this long to open a window; who waits in vain learns it then. */
const patienceMs = 90_000;

/** A VS Code window as a person uses it: mouse, keyboard, and what can be seen. */
export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    page.setDefaultTimeout(patienceMs);
    this.page = page;
  }

  /** The status bar item of the extension. */
  get status(): Locator {
    return this.page.locator('.statusbar-item[id="steadfast.steadfast.steadfast.status"]');
  }

  /** The inside of the answer panel that was opened last; notebooks have frames of their own. */
  get panel(): FrameLocator {
    const panels = this.page.frameLocator('iframe.webview.ready[src*="extensionId=steadfast.steadfast"]');
    return panels.last().frameLocator('iframe#active-frame');
  }

  /** The last turn in the answer panel. */
  get turn(): Locator {
    return this.panel.locator('.turn').last();
  }

  /** Opens a file of the explorer on the left and puts the focus into it; while a panel swallows keys it opens beside that. */
  async open(file: string): Promise<void> {
    for (let tries = 0; tries < 5; tries += 1) {
      await this.page.keyboard.press('Control+1');
      await this.#openRow(file);
      await this.page.locator(`.monaco-editor[data-uri$="/${file}"] .view-line`).first().waitFor();
      if (await this.#appearsAfter('Control+1', this.#focused(file), 3)) return;
    }
    throw new Error(`not open on the left: ${file}`);
  }

  /**
   * A box before everything keeps a window from being used, such as the one that says that the server was lost while a busy
   * machine opened it: such a window is loaded anew once, and what stood there is told.
   */
  async #openRow(file: string): Promise<void> {
    const row = this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: file }).first();
    const opened = async (): Promise<boolean> => {
      await this.showExplorer(); // a window that is still being restored brings back what stood there before
      return inTime(() => row.dblclick({ timeout: 10_000 }));
    };
    for (let tries = 0; tries < 3; tries += 1) if (await opened()) return;
    const words = (await this.page.locator('.monaco-dialog-box').allInnerTexts()).join(' | ') || 'no box';
    console.log(`loaded anew, for ${file} could not be opened; before it stood: ${words}`);
    await this.page.reload();
    await this.showExplorer();
    await row.dblclick();
  }

  /** Opens the views of Steadfast in the side bar; a badge adds its words to the tab's name ("Steadfast - 2 waiting"). */
  async showViews(): Promise<void> {
    await this.page
      .getByRole('tab', { name: /^Steadfast(?: - .*)?$/ })
      .first()
      .click();
  }

  /** Brings the files into the side bar, where another view may stand. */
  async showExplorer(): Promise<void> {
    const explorer = this.page.locator('.explorer-folders-view');
    if (!(await explorer.isVisible())) await this.press('Control+Shift+E', explorer);
  }

  /** Puts the focus into the editor on the left, where this file is open. */
  async focus(file: string): Promise<void> {
    await this.press('Control+1', this.#focused(file));
  }

  #focused(file: string): Locator {
    return this.page.locator(`.monaco-editor.focused[data-uri$="/${file}"]`);
  }

  /** Selects lines of the editor on the left, first and last included; from the beginning when a key was swallowed. */
  async select(first: number, last: number): Promise<void> {
    const keys = [
      ...['Control+1', 'Control+Home'],
      ...Array.from({ length: first - 1 }, () => 'ArrowDown'),
      ...Array.from({ length: last - first }, () => 'Shift+ArrowDown'),
      'Shift+End',
    ];
    const place = this.page.locator('[id="status.editor.selection"]', { hasText: `Ln ${last},` });
    for (let tries = 0; tries < 9; tries += 1) {
      for (const key of keys) await this.page.keyboard.press(key);
      if (await appears(place.filter({ hasText: 'selected' }), 3_000)) return;
    }
    throw new Error(`not selected: ${first}–${last}`);
  }

  /** Asks for an explanation of these lines of a file that is open on the left, and gives the turn's words at its end. */
  async explain(first: number, last: number, file?: string): Promise<string> {
    await this.beginToExplain(first, last, file);
    await this.turn.getByRole('button', { name: 'Ask Again' }).waitFor();
    return this.turn.innerText();
  }

  /** The same, until the question stands in the panel. */
  async beginToExplain(first: number, last: number, file = 'invoice.ts'): Promise<void> {
    await this.page.bringToFront();
    await this.focus(file);
    await this.select(first, last);
    const question = this.panel.getByText(`Explain ${file}:${first}–${last}`).last();
    await this.runUntil('Explain Selection', question, async () => {
      await this.open(file);
      await this.select(first, last);
    });
  }

  /** Runs a command of the palette by its title; opens the palette anew while a window does not know it yet, or closes it. */
  async run(title: string): Promise<void> {
    for (let tries = 0; tries < 6; tries += 1) {
      if (await inTime(() => this.#choose(title))) return;
      await this.page.keyboard.press('Escape');
    }
    throw new Error(`the palette does not know: ${title}`);
  }

  /** A view that is being opened takes the focus from the palette, which closes it: nothing here waits for long. */
  async #choose(title: string): Promise<void> {
    const box = this.page.locator('.quick-input-widget:visible input[type=text]');
    await this.press('F1', box);
    await box.fill(`>Steadfast: ${title}`, { timeout: 5_000 });
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
    await row.click({ timeout: 5_000 });
  }

  /**
   * Runs a command until what it is for appears: a window that is still being restored takes the focus from the palette. One
   * whose views VS Code leaves blank for ever, as it may happen to the second of two that open at once, is loaded anew, and
   * `prepare` does once more what comes before the command.
   */
  async runUntil(title: string, appearing: Locator, prepare?: () => Promise<void>): Promise<void> {
    for (let tries = 0; tries < 3; tries += 1) {
      await this.run(title);
      if (await appears(appearing, 20_000)) return;
      if (!prepare) continue;
      await this.page.reload();
      await prepare();
    }
    throw new Error(`nothing came of the command: ${title}; the window says: ${await this.#notifications()}`);
  }

  /** What the notifications say, also those that were shown for a moment only. */
  async #notifications(): Promise<string> {
    const bell = this.page.locator('[id="status.notifications"]');
    await bell.click();
    const messages = this.page.locator('.notifications-center .notification-list-item-message');
    return (await appears(messages.first(), 2_000)) ? (await messages.allInnerTexts()).join(' | ') : 'nothing';
  }

  /** Picks from the list that is open. */
  async pick(label: string): Promise<void> {
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first().click();
  }

  /** Answers the input box that is open. */
  async type(words: string, title: string): Promise<void> {
    const box = this.page.locator('.quick-input-widget:visible', { hasText: title });
    await box.locator('input[type=text], input[type=password]').fill(words);
    await this.page.keyboard.press('Enter');
  }

  /** The text of an editor as far as it is drawn, one line a string. */
  async lines(file: string): Promise<readonly string[]> {
    const lines = this.page.locator(`.monaco-editor[data-uri$="/${file}"] .view-line`);
    return (await lines.allInnerTexts()).map(line => line.replaceAll('\u00a0', ' '));
  }

  /**
   * Reloads the window, once VS Code has written down that the answer panel is open and which conversation it shows: a browser's
   * VS Code writes every 5 s, and knows nothing of what came later.
   */
  async reload(): Promise<void> {
    await waitUntil('the panel among the editors that are stored', async () => {
      const stored = await this.page.context().storageState({ indexedDB: true });
      return JSON.stringify(stored).replaceAll('\\', '').includes('"state":"{"panel":');
    });
    await this.page.reload();
  }

  /** Presses keys until what they are for appears: a panel that is being loaded has the focus, and swallows them. */
  async press(keys: string, appearing: Locator): Promise<void> {
    if (await this.#appearsAfter(keys, appearing, 9)) return;
    await this.page.keyboard.press(keys);
    await appearing.waitFor();
  }

  async #appearsAfter(keys: string, appearing: Locator, tries: number): Promise<boolean> {
    for (let tried = 0; tried < tries; tried += 1) {
      await this.page.keyboard.press(keys);
      if (await appears(appearing, 2_000)) return true;
    }
    return false;
  }

  /** Keeps a picture of the window for a person to look at. */
  async picture(name: string): Promise<void> {
    await mkdir(artifacts, { recursive: true });
    await this.page.screenshot({ path: path.join(artifacts, `${name}.png`) });
  }
}

const appears = (locator: Locator, withinMs: number): Promise<boolean> =>
  inTime(() => locator.waitFor({ timeout: withinMs }));

/** Was it done within the time limits that it sets itself? */
async function inTime(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof errors.TimeoutError) return false;
    throw error;
  }
}
