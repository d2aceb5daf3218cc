import * as l10n from '@vscode/l10n';
import { Failure } from '../../core/model/failure.ts';
import type { User } from '../platform/user.ts';
import { numberLanguage } from '../text/numberText.ts';
import type { Bundle, BundleFile } from './facts/bundleFile.ts';
import { bundleFileText } from './text/readMeText.ts';
import { bundleText } from './text/bundleText.ts';

/** What exporting a bundle needs of the world; `Place` is wherever it can be saved. */
export interface ExportBundleParts<Place> {
  readonly user: Pick<User, 'type' | 'wait' | 'pickSeveral' | 'offer' | 'warn'>;
  /** `words` is what the user says they have seen. Rejects when secrets cannot be looked for, or with a Failure 'cancelled'. */
  readonly collect: (words: string, signal: AbortSignal) => Promise<Bundle>;
  /** Takes what collecting has failed with, for the log. */
  readonly onFailure: (error: unknown) => void;
  /** Shows the text to be looked through. */
  readonly show: (text: string) => Promise<unknown>;
  readonly zip: (files: readonly BundleFile[], madeAt: number) => Promise<Uint8Array>;
  /** Asks where to save it; undefined: nowhere. */
  readonly askPlace: (name: string) => Promise<Place | undefined>;
  /** Rejects when it cannot be written there; then nothing of it is there. */
  readonly save: (place: Place, bytes: Uint8Array) => Promise<void>;
  /** Shows the file where the system keeps files. */
  readonly reveal: (place: Place) => Promise<unknown>;
}

/**
 * Collects diagnostics, shows them all, and saves what is left ticked where the user says. Nothing is written before that, and nothing
 * is sent.
 */
export async function exportBundle<Place>(parts: ExportBundleParts<Place>): Promise<void> {
  const { user, show, zip, askPlace } = parts;
  const words = await user.type({
    title: l10n.t('Export Diagnostics'),
    prompt: l10n.t('What did you see, and when? It helps whoever looks into it. You can leave it empty.'),
    check: () => undefined,
  });
  const bundle = words === undefined ? undefined : await collected(words, parts);
  if (!bundle) return;
  await show(bundleText(bundle));
  const chosen = await choose(bundle, user);
  if (!chosen || chosen.length === 0) return;
  const bytes = await zip(chosen, bundle.madeAt);
  for (let place = await askPlace(fileName(bundle)); place !== undefined; place = await askPlace(fileName(bundle)))
    if (await saved(place, bytes, parts)) return;
}

/** undefined: the user has stopped it, or was told why there is none. */
async function collected(
  words: string,
  { user, collect, onFailure }: Pick<ExportBundleParts<unknown>, 'collect' | 'onFailure' | 'user'>,
): Promise<Bundle | undefined> {
  try {
    return await user.wait(l10n.t('Collecting diagnostics'), signal => collect(words, signal));
  } catch (error) {
    if (error instanceof Failure && error.kind === 'cancelled') return undefined;
    onFailure(error);
    user.warn(l10n.t('The diagnostics could not be looked through for secrets, so nothing was collected.'));
    return undefined;
  }
}

async function choose(
  { files }: Bundle,
  user: ExportBundleParts<unknown>['user'],
): Promise<readonly BundleFile[] | undefined> {
  const choices = files.map(file => ({
    label: file.name,
    description: `${bundleFileText(file.name)} · ${sizeText(file.text)}`,
    isPicked: true,
    value: file,
  }));
  return user.pickSeveral(l10n.t('Save Diagnostics'), choices, {
    hint: l10n.t(
      'Nothing is saved or sent yet. Look through the text that is open, and untick what you want to leave out.',
    ),
    staysOpen: true,
  });
}

function sizeText({ length }: string): string {
  const size = new Intl.NumberFormat(numberLanguage(), { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 });
  return size.format(Math.max(length, 100) / 1_000);
}

/** Says that it was saved, or that it was not: then another place may be chosen. */
async function saved<Place>(
  place: Place,
  bytes: Uint8Array,
  { user, save, reveal }: ExportBundleParts<Place>,
): Promise<boolean> {
  try {
    await save(place, bytes);
  } catch {
    user.warn(l10n.t('The diagnostics could not be saved there. Choose another place.'));
    return false;
  }
  const show = l10n.t('Show File');
  const message = l10n.t('The diagnostics are saved. Nothing was sent.');
  if ((await user.offer({ kind: 'information', message, buttons: [show] })) === show) await reveal(place);
  return true;
}

/** 'steadfast-2026-11-30-0612.zip': without what Windows takes for a device or a stream. */
const fileName = ({ madeAt }: Bundle): string =>
  `steadfast-${new Date(madeAt).toISOString().slice(0, 16).replace('T', '-').replace(':', '')}.zip`;
