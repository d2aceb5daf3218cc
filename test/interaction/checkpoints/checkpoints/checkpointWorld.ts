import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { takenBack } from '../../../../src/assist/checkpoints/takenBack.ts';
import { hunks, withHunks } from '../../../../src/assist/edits/hunks.ts';
import { RecordList } from '../../../../src/core/shared/recordList.ts';
import { atOnce, unpaced } from '../../../../src/core/shared/steps.ts';
import { readCheckpoint, type Checkpoint } from '../../../../src/interaction/checkpoints/checkpoint.ts';
import { Checkpoints, mostCheckpoints } from '../../../../src/interaction/checkpoints/checkpoints.ts';
import { offeredCheckpoints } from '../../../../src/interaction/checkpoints/offeredCheckpoints.ts';
import { createFiles } from '../../../../src/storage/files.ts';

const uri = 'file:///work/cart.ts';

/** What stands in the file before anybody comes. */
export const base = Array.from({ length: 60 }, (_, at) => `line ${at}`).join('\n');

/** A file that edits are applied to, and the checkpoints beside it, all on the disk. */
export class CheckpointWorld {
  readonly checkpoints: Checkpoints;
  readonly #file: string;

  constructor(folder: string) {
    this.#file = path.join(folder, 'cart.ts');
    const store = createFiles(path.join(folder, 'storage'), () => undefined);
    this.checkpoints = new Checkpoints({
      list: new RecordList<Checkpoint>({
        store,
        name: 'checkpoints.json',
        limit: mostCheckpoints,
        wall: () => Date.now(),
        read: readCheckpoint,
        onTrouble: () => undefined,
      }),
      store,
      mask: text => Promise.resolve(text),
      findingsIn: () => Promise.resolve([]),
      wall: () => Date.now(),
      newId: () => crypto.randomUUID(),
      pace: unpaced,
    });
  }

  get text(): string {
    return readFileSync(this.#file, 'utf8');
  }

  /** As an editor saves: the old text or the new one. */
  set text(text: string) {
    writeFileSync(`${this.#file}.draft`, text);
    renameSync(`${this.#file}.draft`, this.#file);
  }

  /** Keeps how to take it back, then applies it. */
  async apply(text: string, takesBack?: string): Promise<void> {
    const replaced = hunks(this.text, text);
    const more = takesBack === undefined ? {} : { takesBack };
    const id = await this.checkpoints.keep({
      title: 'edit',
      summary: '',
      files: [{ uri, text: this.text, replaced }],
      ...more,
    });
    this.text = text;
    await this.checkpoints.settle(id);
  }

  /** Takes one back of those that stand, or all of them, the newest first. Resolves with how many places stay. */
  async takeBack(which: 'newest' | 'all'): Promise<number> {
    const standing = offeredCheckpoints(await this.checkpoints.all()).filter(({ bringsBack }) => !bringsBack);
    let stays = 0;
    for (const { checkpoint } of which === 'all' ? standing : standing.slice(0, 1)) {
      const [file] = (await this.checkpoints.filesOf(checkpoint.id)) ?? [];
      if (!file) throw new Error('a checkpoint that is offered cannot be read');
      const { text } = this;
      const { hunks: replaced, conflicts } = atOnce(takenBack(text, file.pieces));
      stays += conflicts.length;
      if (replaced.length > 0) await this.apply(withHunks(text, replaced), checkpoint.id);
    }
    return stays;
  }
}
