import { Refusal } from '../support/refusal.ts';
import { say } from '../support/say.ts';
import { canInstallPackages, installPackages } from './debianPackages.ts';
import { findBrowser } from './findBrowser.ts';
import { ensureFonts } from './fonts.ts';

const byHand = 'apt-get install --no-install-recommends chromium';

/**
 * Finds a browser (see `findBrowser.ts`), or installs Chromium when this is Debian and we are root. Also makes sure of a
 * font. Whatever this process starts afterwards finds the same browser in `CHROMIUM`.
 */
export async function ensureBrowser(): Promise<string> {
  const browser = findBrowser() ?? (await installChromium());
  await ensureFonts();
  process.env['CHROMIUM'] = browser;
  return browser;
}

async function installChromium(): Promise<string> {
  if (!canInstallPackages()) {
    throw new Refusal(
      `no Chromium, Chrome or Edge was found: install one (Debian: ${byHand}), or name its executable in CHROMIUM`,
    );
  }
  say('installing Chromium from Debian (once, about 30 s)');
  const output = await installPackages(['chromium']);
  const found = findBrowser();
  if (found === undefined) throw new Refusal(`${output}\nChromium could not be installed: please do it (${byHand})`);
  return found;
}
