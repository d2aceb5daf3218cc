import * as l10n from '@vscode/l10n';
import { cellText } from './cellText.ts';
import type { BundleFile, BundleFileName, MissingFile } from '../facts/bundleFile.ts';

/** What the first page tells of. */
export interface ReadMeFacts {
  /** Versions and the kind of host. */
  readonly facts: Readonly<Record<string, string | undefined>>;
  readonly files: readonly BundleFile[];
  readonly missing: readonly MissingFile[];
  /** Wall-clock ms. */
  readonly madeAt: number;
}

/** The first page of a bundle: what is in it, what is not, and what can be done with it. */
export function readMeText({ facts, files, missing, madeAt }: ReadMeFacts): string {
  const versions = Object.entries(facts).filter(([, value]) => value !== undefined && value !== '');
  const told = [...files.map(({ name }) => name), 'bundle.json' as const];
  return [
    `# ${l10n.t('Steadfast: Diagnostics')}`,
    '',
    l10n.t('Made {0} (UTC).', new Date(madeAt).toISOString().slice(0, 19).replace('T', ' ')),
    '',
    ...versions.map(([name, value]) => `- ${cellText(`${name}: ${value}`)}`),
    '',
    `## ${l10n.t('What is in it')}`,
    '',
    ...told.map(name => `- \`${name}\`: ${bundleFileText(name)}`),
    ...(missing.length === 0 ? [] : ['', `## ${l10n.t('What could not be collected')}`, '']),
    ...missing.map(({ name, because }) => `- \`${name}\`: ${reasons[because]()}`),
    '',
    `## ${l10n.t('What is not in it')}`,
    '',
    l10n.t(
      'No prompt, no code, no answer, no API key, no text of a server. Paths of this computer, the name of its user and what looks like a secret are replaced by signs.',
    ),
    '',
    `## ${l10n.t('For whoever looks into it')}`,
    '',
    l10n.t(
      'Begin with `what-happened.md`. `docs/journal.md` in the source of Steadfast says what each field of the journal means. `npm run replay -- FILE` asks the same questions again, offline, and says where this version decides otherwise.',
    ),
    '',
    l10n.t(
      'In the journal a line has the time at which its question began, in the log the time at which it ended. A question that was still running is in neither. An attempt without `error.type` has answered; `start_ms`, `connect_ms` and `first_token_ms` say where its time went; `decisions` says who was passed over (`skipped`, `over-budget`), tried again (`retry`) or held back by a limit of your own (`waited`).',
    ),
    '',
  ].join('\n');
}

/** What a file holds, in a few words. */
export const bundleFileText = (name: BundleFileName): string => contents[name]();

const contents: Readonly<Record<BundleFileName, () => string>> = {
  'README.md': () => l10n.t('this page'),
  'what-i-saw.md': () => l10n.t('what the user says'),
  'what-happened.md': () => l10n.t('failures, pauses, alerts and times, for reading'),
  'check-my-setup.md': () => l10n.t('the report of Check My Setup'),
  'check-my-setup.json': () => l10n.t('the same as data'),
  'settings.json': () => l10n.t('the settings, without anything that may be secret'),
  'usage.json': () => l10n.t('counts, shares, times and costs'),
  'journal.jsonl': () => l10n.t('one line for each question, without its text'),
  'log.txt': () => l10n.t('the end of this window’s log'),
  'bundle.json': () => l10n.t('the list of contents, as data'),
};

const reasons: Readonly<Record<MissingFile['because'], () => string>> = {
  late: () => l10n.t('it took too long'),
  failed: () => l10n.t('it could not be read'),
};
