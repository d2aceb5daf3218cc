import * as l10n from '@vscode/l10n';
import { isObject } from '../../core/shared/isObject.ts';
import type { Knowledge } from '../settings/targetEntry.ts';
import type { Keys } from '../targets/keyStore.ts';
import { hostOf } from '../text/hostOf.ts';
import type { User } from '../platform/user.ts';
import { keyInEntry, type EntryKey } from './found/keyInEntry.ts';
import type { WrittenSettings } from './found/writtenKeys.ts';

/** What moving keys out of the settings needs of the world. */
export interface MoveKeysParts {
  readonly user: Pick<User, 'confirm' | 'tell' | 'warn'>;
  readonly keys: Pick<Keys, 'set' | 'kept'>;
  readonly knowledge: Knowledge;
  /** What is written now; asked for anew before each change. */
  readonly written: () => readonly WrittenSettings[];
  /** Writes `steadfast.targets` where it was found. Rejects when VS Code cannot write there. */
  readonly writeTargets: (place: WrittenSettings, targets: readonly unknown[]) => Promise<void>;
}

/** A key in one entry of one list of targets. */
interface Move extends EntryKey {
  readonly place: WrittenSettings;
  /** The entry as JSON: it is found by it again, wherever it stands by then. */
  readonly entry: string;
}

/**
 * Moves keys from entries of `steadfast.targets` to the secret storage, after one question. Each is stored first and taken out of
 * the settings after that; what cannot be stored stays, and what cannot be taken out is said.
 */
export async function moveKeys(parts: MoveKeysParts): Promise<void> {
  const { user } = parts;
  const moves = movesIn(parts);
  if (moves.length === 0)
    return user.tell(l10n.t('There is no API key in the Steadfast settings that can be moved to secret storage.'));
  const hosts = [...new Set(moves.map(({ origin }) => hostOf(origin)))].join(', ');
  const isSure = await user.confirm({
    question: l10n.t('Move the API keys out of the settings?'),
    detail: l10n.t(
      'Found in the settings for: {0}. They are saved in VS Code’s secret storage first, then removed from the settings. Where a file with a key was shared or checked in, get a new key from the provider.',
      hosts,
    ),
    yes: l10n.t('Move'),
  });
  if (!isSure) return;
  const stored = await store(moves, parts);
  for (const [place, ofPlace] of Map.groupBy(stored, ({ place }) => place)) await takeOut(place, ofPlace, parts);
}

const targetsIn = ({ value }: WrittenSettings): readonly unknown[] =>
  isObject(value) && Array.isArray(value['targets']) ? value['targets'] : [];

function movesIn({ written, knowledge }: MoveKeysParts): readonly Move[] {
  const ours = written().filter(({ section }) => section === 'steadfast');
  return ours.flatMap(place =>
    targetsIn(place).flatMap(entry => {
      const found = keyInEntry(entry, knowledge);
      return found ? [{ ...found, place, entry: JSON.stringify(entry) }] : [];
    }),
  );
}

/** Those that were stored. One key that stands in several entries is stored once. */
async function store(moves: readonly Move[], { keys, user }: MoveKeysParts): Promise<readonly Move[]> {
  const done: Move[] = [];
  for (const move of moves) {
    const isStored = done.some(({ origin, key }) => origin === move.origin && key === move.key);
    try {
      if (!isStored) await keys.set(move.origin, move.key, freeName(move.origin, keys));
      done.push(move);
    } catch {
      // what the key store says could quote the key
      user.warn(
        l10n.t(
          'The API key for {0} could not be saved, so it stays in the settings. Unlock the keyring of your system, then try again.',
          hostOf(move.origin),
        ),
      );
    }
  }
  return done;
}

/** A key that is saved already is never replaced. */
function freeName(origin: string, keys: Pick<Keys, 'kept'>): string {
  const taken = keys.kept().flatMap(kept => (kept.origin === origin ? [kept.name] : []));
  if (taken.length === 0) return '';
  const name = l10n.t('from settings');
  for (let count = 1; ; count += 1) {
    const numbered = count === 1 ? name : `${name} ${count}`;
    if (!taken.includes(numbered)) return numbered;
  }
}

async function takeOut(place: WrittenSettings, moves: readonly Move[], parts: MoveKeysParts): Promise<void> {
  const { user, written, writeTargets } = parts;
  const hosts = [...new Set(moves.map(({ origin }) => hostOf(origin)))].join(', ');
  try {
    // somebody may have changed the list while the question was open
    const now = written().find(each => isSamePlace(each, place));
    const targets = (now ? targetsIn(now) : []).map(entry => {
      const json = JSON.stringify(entry);
      return moves.find(move => move.entry === json)?.rest ?? entry;
    });
    if (now) await writeTargets(place, targets);
    user.tell(l10n.t('Moved from the settings to secret storage: API keys for {0}.', hosts));
  } catch {
    user.warn(
      l10n.t(
        'The API keys for {0} are saved in secret storage, but VS Code could not remove them from the settings. Remove them there yourself.',
        hosts,
      ),
    );
  }
}

const isSamePlace = (one: WrittenSettings, other: WrittenSettings): boolean =>
  one.section === other.section && one.scope === other.scope && one.folder === other.folder;
