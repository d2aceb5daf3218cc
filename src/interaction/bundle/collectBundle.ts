import type { Clock } from '../../core/model/clock.ts';
import { journalHead, journalLine } from '../../core/journal/journalLine.ts';
import type { JournalEntry } from '../../core/journal/journalEntry.ts';
import { reasonOf } from '../../core/model/clock.ts';
import { inSteps, type Steps } from '../../core/shared/steps.ts';
import type { DoctorReport } from '../doctor/report.ts';
import { withinLimit } from '../doctor/found/withinLimit.ts';
import { doctorText } from '../doctor/text/doctorText.ts';
import {
  bundleFormat,
  type Bundle,
  type BundleFile,
  type BundleFileName,
  type MissingFile,
} from './facts/bundleFile.ts';
import type { BundleSettings } from './bundleSettings.ts';
import { hiderOf, type Hider, type Hiding } from './hiding.ts';
import { readMeText } from './text/readMeText.ts';
import { whatHappenedText } from './text/whatHappenedText.ts';

/** What a bundle is made of. Each may reject; then its files are missing, and the list of contents says so. */
export interface BundleSources {
  /** Versions and the kind of host: names and numbers. */
  readonly about: () => Readonly<Record<string, string | undefined>>;
  readonly settings: () => BundleSettings;
  /** How everything stands now, a line each. */
  readonly standing: () => readonly string[];
  readonly lookAtSetup: (signal: AbortSignal) => Promise<DoctorReport>;
  readonly readStats: () => Promise<object>;
  /** All that the journal keeps. */
  readonly readEntries: () => Promise<readonly JournalEntry[]>;
  /** The end of this window's log. */
  readonly readLog: () => Promise<string>;
  readonly labelOf: (target: string) => string;
  readonly hiding: () => Promise<Hiding>;
}

/** How collecting goes on. */
export interface Collecting {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** What the user says they have seen; '' is nothing. */
  readonly words: string;
  /** Something could not be had; it is not told why in the bundle. */
  readonly onError: (name: BundleFileName, error: unknown) => void;
}

/** A disk or a server that hangs must not keep the rest. */
const limitMs = 15_000;
/** The latest entries, as many characters as one can still look through: some thousand questions. */
const mostJournal = 3_000_000;

/** Collects all of it at once. Rejects when secrets cannot be looked for, or with the reason of the signal when that aborts. */
export async function collectBundle(sources: BundleSources, collecting: Collecting): Promise<Bundle> {
  const { clock, signal, words, onError } = collecting;
  const madeAt = clock.wall();
  const hiding = await sources.hiding();
  const hider = hiderOf(hiding);
  const missing: MissingFile[] = [];
  const collect = async (names: readonly BundleFileName[], read: Reader): Promise<readonly BundleFile[]> => {
    const miss = (because: MissingFile['because']): readonly BundleFile[] => {
      missing.push(...names.map(name => ({ name, because })));
      return [];
    };
    try {
      const texts = await withinLimit(read, { clock, limitMs, signal });
      if (texts === 'late') return miss('late');
      return texts.flatMap((text, at) => (names[at] === undefined ? [] : [{ name: names[at], text }]));
    } catch (error) {
      if (signal.aborted) throw reasonOf(signal);
      for (const name of names) onError(name, error);
      return miss('failed');
    }
  };
  const collected = await Promise.all(
    readers(sources, { ...hider, pace: hiding.pace }, words).map(([names, read]) => collect(names, read)),
  );
  return withContents({ files: collected.flat(), missing, madeAt }, sources, hider);
}

/** Gives the texts of some files, in their order. */
type Reader = (signal: AbortSignal) => Promise<readonly string[]>;

function readers(
  sources: BundleSources,
  { text: hidden, data, pace }: Hider & Pick<Hiding, 'pace'>,
  words: string,
): readonly (readonly [readonly BundleFileName[], Reader])[] {
  const json = async (told: object): Promise<string> => `${JSON.stringify(await data(told), undefined, 2)}\n`;
  return [
    ...(words.trim() === '' ? [] : [[['what-i-saw.md'], async () => [`${await hidden(words)}\n`]] as const]),
    [
      ['what-happened.md', 'journal.jsonl'],
      async () => {
        const all = await sources.readEntries();
        const entries = (await data(await inSteps(latest(all), pace))) as readonly JournalEntry[]; // the same, but for its words
        const { changed, targets } = sources.settings();
        const hasKey = (id: string): boolean => targets.find(target => target.id === id)?.keys !== 0;
        const naming = { nameOf: sources.labelOf, hasKey };
        const told = whatHappenedText({ entries, naming, changed, standing: sources.standing() });
        return [await hidden(told), (await inSteps(linesOf(entries), pace)).join('\n')];
      },
    ],
    [
      ['check-my-setup.md', 'check-my-setup.json'],
      async signal => {
        const report = await sources.lookAtSetup(signal);
        return [await hidden(doctorText(report).text), await json(report)];
      },
    ],
    [['settings.json'], async () => [await json(sources.settings())]],
    [['usage.json'], async () => [await json(await sources.readStats())]],
    [['log.txt'], async () => [await hidden(await sources.readLog())]],
  ];
}

/** The latest entries in the order of their time. */
function* latest(entries: readonly JournalEntry[]): Steps<readonly JournalEntry[]> {
  const latestFirst = entries.toSorted((one, other) => other.at - one.at);
  const kept: JournalEntry[] = [];
  let length = 0;
  for (const entry of latestFirst) {
    length += journalLine(entry).length + 1;
    if (length > mostJournal) break;
    kept.push(entry);
    yield;
  }
  return kept.toReversed();
}

/** The file that the journal would be, with an empty line at its end. */
function* linesOf(entries: readonly JournalEntry[]): Steps<readonly string[]> {
  const lines = [journalHead];
  for (const entry of entries) {
    lines.push(journalLine(entry));
    yield;
  }
  return [...lines, ''];
}

/** With what says what is in it. */
async function withContents(bundle: Bundle, { about }: BundleSources, { data }: Hider): Promise<Bundle> {
  const { files, missing, madeAt } = bundle;
  const facts = (await data(about())) as Readonly<Record<string, string | undefined>>; // the same, but for its words
  const contents = {
    bundle: 'steadfast',
    format: bundleFormat,
    madeAt: new Date(madeAt).toISOString(),
    ...facts,
    files: files.map(({ name, text }) => ({ name, characters: text.length })),
    missing,
  };
  const readMe: BundleFile = { name: 'README.md', text: readMeText({ facts, files, missing, madeAt }) };
  const list: BundleFile = { name: 'bundle.json', text: `${JSON.stringify(contents, undefined, 2)}\n` };
  return { files: [readMe, ...files, list], missing, madeAt };
}
