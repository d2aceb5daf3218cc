import { homedir, userInfo } from 'node:os';
import path from 'node:path';
import type { Spending } from '../core/budget/spending.ts';
import type { JournalEntry } from '../core/journal/journalEntry.ts';
import type { BundleCommandParts } from '../editor/bundle/bundleCommands.ts';
import { bundleFacts, folderPaths, lookAtSetup } from '../editor/bundle/bundleFacts.ts';
import { bundleSettings } from '../interaction/bundle/bundleSettings.ts';
import { collectBundle } from '../interaction/bundle/collectBundle.ts';
import type { Places } from '../interaction/bundle/placeHider.ts';
import type { Hiding } from '../interaction/bundle/hiding.ts';
import { pace } from '../interaction/platform/pace.ts';
import { checkedSettings } from '../interaction/settings/checkedSettings.ts';
import type { StatusFeed } from '../interaction/status/followStatus.ts';
import { standingText } from '../interaction/bundle/text/standingText.ts';
import { zip } from '../libraries/zip.ts';
import { errorCode } from '../storage/storeErrorOf.ts';
import { tailOf } from '../storage/tailOf.ts';
import { vscodeUser as user } from '../editor/platform/vscodeUser.ts';
import type { JournalServices } from './journalServices.ts';
import { mask } from './storedServices.ts';
import type { WindowServices } from './windowServices.ts';

/** What of the window a bundle is made from. */
export type BundleWindow = Pick<
  WindowServices,
  'channel' | 'clock' | 'context' | 'currentTargets' | 'keys' | 'knowledge'
>;

/** What else a bundle is made from. */
export interface BundleParts {
  readonly journalServices: Pick<JournalServices, 'readAll'>;
  readonly readStats: () => Promise<object>;
  readonly feed: Pick<StatusFeed, 'status'>;
  readonly spending: () => Spending;
}

/** So much of the end of the log: some thousand lines. */
const mostLogBytes = 1_000_000;

/** How diagnostics are collected: loaded with the first time that somebody wants them. */
export function openBundles(window: BundleWindow, parts: BundleParts): BundleCommandParts {
  const { channel, clock, context, currentTargets } = window;
  const { journalServices, readStats } = parts;
  const byDefault = checkedSettings(() => ({ user: undefined, workspace: undefined }), window.knowledge);
  const sources = {
    readStats,
    lookAtSetup,
    about: () => bundleFacts(context.extension, process),
    settings: () => bundleSettings(currentTargets.settings, currentTargets.targets, byDefault),
    standing: () => standingText(parts.feed.status(), parts.spending()),
    readEntries: async () => {
      const entries: JournalEntry[] = [];
      await journalServices.readAll(entry => void entries.push(entry));
      return entries;
    },
    readLog: () => logOf(window),
    labelOf: (id: string) => currentTargets.labelOf(id),
    hiding: () => hidingOf(window),
  };
  return {
    user,
    zip: (files, madeAt) => zip(files, madeAt, pace),
    onFailure: error => channel.warn(`diagnostics: ${String(error)}`),
    collect: (words, signal) =>
      collectBundle(sources, {
        ...{ clock, signal, words },
        onError: (name, error) => channel.warn(`diagnostics: ${name}: ${String(error)}`),
      }),
  };
}

/** A window in which nothing has been told has no log. */
async function logOf({ context }: BundleWindow): Promise<string> {
  try {
    return await tailOf(path.join(context.logUri.fsPath, 'Steadfast.log'), mostLogBytes);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  }
}

/** The keys are read to be looked for. One that cannot be read stands in nothing that was written by this window, and its form tells it. */
async function hidingOf({ keys }: BundleWindow): Promise<Hiding> {
  const kept = keys.kept().map(({ origin, name }) => keys.keyFor({ origin, auth: 'bearer', keyNames: [name] }));
  const read = await Promise.allSettled(kept);
  return {
    keys: read.flatMap(each => (each.status === 'fulfilled' ? [each.value] : [])),
    places: placesHere(),
    ...{ mask, pace },
  };
}

const placesHere = (): Places => ({ home: homedir(), user: accountName(), folders: folderPaths() });

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return ''; // an account without an entry in the system's list has no name
  }
}
