import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { JournalEntry } from '../../../src/core/journal/journalEntry.ts';
import { journalHead, readJournalLine } from '../../../src/core/journal/journalLine.ts';
import { Refusal } from '../../support/refusal.ts';
import { bundleSettings, type BundleSettings } from './bundleSettings.ts';
import { isPlausible } from './plausible.ts';
import { readZip } from './readZip.ts';

/** What a replay needs of a diagnostic bundle. */
export interface Bundle {
  /** The version of the extension that it comes from. */
  readonly version: string;
  /** When it was made, as it says itself. */
  readonly madeAt: string;
  readonly settings: BundleSettings;
  /** By time. */
  readonly entries: readonly JournalEntry[];
  /** Lines of the journal that could not be read. */
  readonly badLines: number;
}

/** What is read of a bundle; everything else in it is passed over. */
const names = ['bundle.json', 'settings.json', 'journal.jsonl'] as const;
type Name = (typeof names)[number];
type Texts = Readonly<Record<Name, string>>;

/** The newest format that is understood. */
const knownFormat = 1;
/** A journal has at most 20 MB; what is more than this with all the rest is none of ours. */
const maxBytes = 64 * 1024 * 1024;

/** Reads a bundle that somebody has sent: the zip, or the folder that was made of it. Throws a Refusal that says why it cannot be used. */
export async function readBundle(file: string): Promise<Bundle> {
  const status = await lstat(file).catch(() => undefined);
  if (!status) throw new Refusal(`There is no ${file}.`);
  return bundleOf(status.isDirectory() ? await filesIn(file) : unzipped(await read(file)));
}

/** The files of a bundle that is a zip. */
export const unzipped = (zip: Buffer): ReadonlyMap<string, Buffer> => readZip(zip, { wanted: names, maxBytes });

/** The bundle that these files are. */
export function bundleOf(files: ReadonlyMap<string, Buffer>): Bundle {
  const texts = textsOf(files);
  const about = object(texts, 'bundle.json');
  const told = (field: string): unknown => Reflect.get(about, field);
  if (told('bundle') !== 'steadfast')
    throw new Refusal('This is no diagnostic bundle of Steadfast: bundle.json says something else.');
  const format = told('format');
  if (typeof format !== 'number' || format > knownFormat || format < 1)
    throw new Refusal(
      `The bundle has a format (${typeof format === 'number' ? format : 'unknown'}) that this version does not read; it reads ${knownFormat}. Replay it with the version that it comes from, or a newer one.`,
    );
  const settings = bundleSettings(object(texts, 'settings.json'));
  return {
    version: plain(told('version')),
    madeAt: plain(told('madeAt')),
    settings,
    ...readLines(texts['journal.jsonl']),
  };
}

/** What stands in a bundle is shown in a terminal, which control characters would steer. */
const plain = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, 100).replace(/[\p{C}\p{Z}]/gu, ' ') : 'unknown';

function textsOf(files: ReadonlyMap<string, Buffer>): Texts {
  const missing = names.filter(name => !files.has(name));
  if (missing.length > 0)
    throw new Refusal(`This is no diagnostic bundle, or not a whole one: ${missing.join(' and ')} is missing.`);
  const text = (name: Name): string =>
    files
      .get(name)
      ?.toString('utf8')
      .replace(/^\uFEFF/, '') ?? '';
  return {
    'bundle.json': text('bundle.json'),
    'settings.json': text('settings.json'),
    'journal.jsonl': text('journal.jsonl'),
  };
}

async function filesIn(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  let left = maxBytes;
  for (const name of names) {
    const file = path.join(folder, name);
    const status = await lstat(file).catch(() => undefined);
    if (!status?.isFile()) continue; // nor what a link points to: whoever made the bundle made the link
    const data = await read(file, left);
    left -= data.length;
    files.set(name, data);
  }
  return files;
}

async function read(file: string, mostBytes = maxBytes): Promise<Buffer> {
  const status = await lstat(file);
  if (!status.isFile()) throw new Refusal(`${file} is no file.`);
  if (status.size > mostBytes) throw new Refusal(`The bundle is larger than ${Math.round(maxBytes / 1024 / 1024)} MB.`);
  return readFile(file);
}

function object(texts: Texts, name: Name): object {
  let json: unknown;
  try {
    json = JSON.parse(texts[name]);
  } catch {
    throw new Refusal(`${name} of the bundle is no JSON.`);
  }
  if (typeof json !== 'object' || json === null) throw new Refusal(`${name} of the bundle holds no object.`);
  return json;
}

/** Every line that can be read, by time. Those of one moment stay as they stand. */
function readLines(text: string): Pick<Bundle, 'entries' | 'badLines'> {
  const entries: JournalEntry[] = [];
  let badLines = 0;
  for (const written of text.split('\n')) {
    const line = written.endsWith('\r') ? written.slice(0, -1) : written;
    if (line === '' || line === journalHead) continue;
    if (line.startsWith('{"journal":')) throw laterJournal();
    const entry = readJournalLine(line);
    if (entry && isPlausible(entry)) entries.push(entry);
    else badLines += 1;
  }
  return { entries: entries.toSorted((one, other) => one.at - other.at), badLines };
}

const laterJournal = (): Refusal =>
  new Refusal(
    'The journal of the bundle has a format that this version does not read. Replay it with the version that it comes from, or a newer one.',
  );
