import type { Page } from 'playwright-core';

/**
 * Loads the window anew with German as VS Code's language, as a language pack would make it: everything of ours is German then.
 * VS Code's own words stay English, because its pack is not on this machine.
 */
export async function inGerman(page: Page): Promise<void> {
  await page.route('**/nls.messages.js', async route => {
    const response = await route.fetch();
    const body = `${await response.text()}\n;globalThis._VSCODE_NLS_LANGUAGE = 'de';`;
    await route.fulfill({ response, body });
  });
  await page.reload();
  await page.locator('.monaco-workbench .part.statusbar').waitFor();
}
