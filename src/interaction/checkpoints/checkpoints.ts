import { appliedPieces } from '../../assist/checkpoints/appliedPieces.ts';
import { piecesWith } from '../../assist/checkpoints/piecesWith.ts';
import type { Mask } from '../../core/secrets/maskText.ts';
import type { RecordList } from '../../core/shared/recordList.ts';
import { inSteps, type Pace } from '../../core/shared/steps.ts';
import { StoreError, type Store } from '../../core/shared/store.ts';
import { type Checkpoint, type CheckpointAnswer, type CheckpointFile, readCheckpointFiles } from './checkpoint.ts';
import { checkpointJson } from './checkpointJson.ts';
import { touchesSecret, type TouchedFile } from './touchesSecret.ts';

/** So many are kept; the oldest go first. */
export const mostCheckpoints = 100;
/** So many characters are kept for all of them. */
const mostCharacters = 40_000_000;
/** One that is longer goes with its window, characters: it could not be read again (`storage/files`). */
const longestCheckpoint = 30_000_000;
/** Older ones are not offered, and go with the next one. ms */
const longestMs = 30 * 24 * 3_600_000;

/** What keeping checkpoints needs of the world. */
export interface CheckpointsParts {
  readonly list: RecordList<Checkpoint>;
  readonly store: Store;
  /** Hides the secrets of a title. */
  readonly mask: Mask;
  /** The secrets of a whole text. */
  readonly findingsIn: Parameters<typeof touchesSecret>[1];
  readonly wall: () => number;
  readonly newId: () => string;
  readonly pace: Pace;
}

/** A file that is going to be changed. */
export interface FileToChange extends TouchedFile, Pick<CheckpointFile, 'wasNew' | 'wasRemoved'> {
  /** It may not be read: by its name it holds secrets, or the user has excluded it. */
  readonly isClosed?: boolean;
}

/** An edit that is going to be applied. */
export type NewCheckpoint = Pick<Checkpoint, 'title' | 'summary' | 'question' | 'takesBack' | 'origin'> & {
  readonly files: readonly FileToChange[];
  /** Of an edit of one file that is made of several answers, what each has brought. */
  readonly answers?: readonly NewAnswer[];
};

/** One of them. */
export interface NewAnswer extends Omit<CheckpointAnswer, 'pieces'> {
  readonly texts: readonly string[];
}

/** Which pieces hold what each answer has brought; its texts are kept nowhere else. */
function answersIn(answers: readonly NewAnswer[], [file, ...more]: readonly CheckpointFile[]) {
  if (!file || more.length > 0 || answers.length === 0) return {};
  return { answers: answers.map(({ texts, ...answer }) => ({ ...answer, pieces: piecesWith(file.pieces, texts) })) };
}

/**
 * What was applied in this workspace, so that it can be taken back, also after a reload. Each is written down before it is
 * applied: whoever kills the window in between leaves one that finds nothing to take back.
 */
export class Checkpoints {
  readonly #parts: CheckpointsParts;
  /** Those that hold a secret, and those that could not be written. */
  readonly #unwritten = new Map<
    string,
    { readonly checkpoint: Checkpoint; readonly files: readonly CheckpointFile[] }
  >();

  constructor(parts: CheckpointsParts) {
    this.#parts = parts;
  }

  /** Keeps an edit that is going to be applied; gives its name. */
  async keep(edit: NewCheckpoint): Promise<string> {
    const { list, store } = this.#parts;
    const { checkpoint, files, stored } = await this.#made(edit);
    const isShort = stored.length <= longestCheckpoint;
    if (!isShort || (await this.#touchesSecret(edit.files))) return this.#keepUnwritten(checkpoint, files);
    await list.add(checkpoint); // first: what lies there for no checkpoint is swept away
    try {
      await store.write(nameOf(checkpoint.id), stored);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      await list.remove(checkpoint.id);
      return this.#keepUnwritten(checkpoint, files);
    }
    await this.#sweep();
    return checkpoint.id;
  }

  async #made({ files: changed, title, answers = [], ...more }: NewCheckpoint) {
    const { mask, wall, newId, pace } = this.#parts;
    const files: CheckpointFile[] = [];
    for (const { uri, text, replaced, wasNew, wasRemoved } of changed) {
      const pieces = await inSteps(appliedPieces(text, replaced), pace);
      files.push({ uri, ...(wasNew && { wasNew }), ...(wasRemoved && { wasRemoved }), pieces });
    }
    const stored = await inSteps(checkpointJson(files), pace);
    const uris = files.map(({ uri }) => uri);
    const isPartial = more.takesBack !== undefined && { isPartial: true };
    const named = {
      ...more,
      ...answersIn(answers, files),
      ...isPartial,
      title: await mask(title).catch(() => ''),
      files: uris,
      size: stored.length,
    };
    const checkpoint: Checkpoint = { ...named, id: newId(), at: wall() };
    return { checkpoint, files, stored };
  }

  /**
   * It was applied. What takes another one back counts as a part of that until then: a window that is killed in between has taken nothing
   * back.
   */
  async settle(id: string, isPartial = false): Promise<void> {
    if (isPartial) return;
    const whole = ({ isPartial: _, ...more }: Checkpoint): Checkpoint => more;
    const unwritten = this.#unwritten.get(id);
    if (unwritten) this.#unwritten.set(id, { ...unwritten, checkpoint: whole(unwritten.checkpoint) });
    else await this.#parts.list.update(id, whole);
  }

  /** What became of it was looked at. */
  async judged(id: string): Promise<void> {
    const unwritten = this.#unwritten.get(id);
    if (unwritten) this.#unwritten.set(id, { ...unwritten, checkpoint: { ...unwritten.checkpoint, isJudged: true } });
    else await this.#parts.list.update(id, checkpoint => ({ ...checkpoint, isJudged: true }));
  }

  /** It was not applied after all. */
  async forget(id: string): Promise<void> {
    const { list, store } = this.#parts;
    if (this.#unwritten.delete(id)) return;
    await list.remove(id);
    await removed(store, nameOf(id));
  }

  /** What can be taken back, the newest first. */
  async all(): Promise<readonly Checkpoint[]> {
    const { list, store, wall } = this.#parts;
    const listed = await list.list();
    const names = new Set(await store.names());
    const unwritten = [...this.#unwritten.values()].map(({ checkpoint }) => checkpoint).toReversed();
    return [...unwritten, ...listed.filter(({ id }) => names.has(nameOf(id)))]
      .filter(({ at }) => wall() - at < longestMs)
      .toSorted((one, other) => other.at - one.at);
  }

  /** What it has changed; undefined: that is not known any more. */
  async filesOf(id: string): Promise<readonly CheckpointFile[] | undefined> {
    const unwritten = this.#unwritten.get(id);
    if (unwritten) return unwritten.files;
    const stored = await this.#parts.store.read(nameOf(id));
    return stored === undefined ? undefined : readCheckpointFiles(stored);
  }

  /** Forgets all of them. */
  async clear(): Promise<void> {
    this.#unwritten.clear();
    await this.#parts.list.clear();
    await this.#sweep();
  }

  #keepUnwritten(checkpoint: Checkpoint, files: readonly CheckpointFile[]): string {
    this.#unwritten.set(checkpoint.id, { checkpoint: { ...checkpoint, isUnwritten: true }, files });
    return checkpoint.id;
  }

  async #touchesSecret(files: readonly FileToChange[]): Promise<boolean> {
    const { findingsIn, pace } = this.#parts;
    for (const file of files) {
      // what cannot be searched may hold one
      if (file.isClosed || (await touchesSecret(file, findingsIn).catch(() => true))) return true;
      await pace.turn(); // a short text is searched in one go
    }
    return false;
  }

  /** Takes away what is too old, too much, or lies there for no checkpoint. */
  async #sweep(): Promise<void> {
    const { list, store, wall } = this.#parts;
    let left = mostCharacters;
    const kept = new Set<string>();
    for (const { id, at, size } of await list.list()) {
      left -= size;
      if ((left >= 0 || kept.size === 0) && wall() - at < longestMs) kept.add(nameOf(id));
      else await list.remove(id);
    }
    for (const name of await store.names())
      if (name.startsWith(beginning) && !kept.has(name)) await removed(store, name);
  }
}

const beginning = 'checkpoint-';
const nameOf = (id: string): string => `${beginning}${id}.json`;

/** What cannot be removed now is swept away later. */
async function removed(store: Store, name: string): Promise<void> {
  try {
    await store.remove(name);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}
