import { appliedPieces, type AppliedPiece } from '../../../src/assist/checkpoints/appliedPieces.ts';
import { takenBack } from '../../../src/assist/checkpoints/takenBack.ts';
import { hunks, withHunks } from '../../../src/assist/edits/hunks.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';
import { Chance } from '../../providers/wire/oracles/chance.ts';

/** What became of a history of edits in a file. */
export interface HistoryEnd {
  /** Typed characters that are not there any more, although nobody undid them. */
  readonly lost: number;
  /** Edits that were not taken back right after they were applied, although nothing was in the way. */
  readonly stuck: number;
  readonly steps: number;
}

/** The file at one moment: its text, what was typed into it, and what can be taken back. */
interface Moment {
  readonly text: string;
  readonly typed: readonly string[];
  readonly applied: readonly (readonly AppliedPiece[])[];
}

const stepsInHistory = 16;

/** A history of applying, typing, undoing, taking back, and taking back the taking back, as `seed` has it. */
export function playHistory(seed: number): HistoryEnd {
  const chance = new Chance(seed);
  const line = (): string => chance.pick(['a', 'b', '', '}', 'return x;']);
  let now: Moment = { text: Array.from({ length: 5 + chance.below(20) }, line).join('\n'), typed: [], applied: [] };
  const past: Moment[] = [];
  let [lost, stuck, named] = [0, 0, 0];
  for (let step = 0; step < stepsInHistory; step += 1) {
    const before = now;
    const kind = chance.below(7);
    if (kind < 2) now = typing(now, String.fromCodePoint(0x4e00 + (named += 1)), chance);
    else if (kind === 2) now = past.pop() ?? now;
    else if (kind < 5 && now.applied.length > 0) now = changed(now, withoutOne(now, chance.pick(now.applied)));
    else {
      now = changed(now, edited(now.text, chance));
      const back = atOnce(takenBack(now.text, now.applied.at(-1) ?? []));
      if (back.conflicts.length === 0 && withHunks(now.text, back.hunks) !== before.text) stuck += 1;
    }
    if (kind !== 2) past.push(before);
    lost += now.typed.filter(character => !now.text.includes(character)).length;
  }
  return { lost, stuck, steps: stepsInHistory };
}

function typing(now: Moment, character: string, chance: Chance): Moment {
  const at = chance.below(now.text.length + 1);
  return { ...now, text: now.text.slice(0, at) + character + now.text.slice(at), typed: [...now.typed, character] };
}

const changed = (now: Moment, text: string): Moment => ({
  ...now,
  text,
  applied: [...now.applied, atOnce(appliedPieces(now.text, hunks(now.text, text)))],
});

const withoutOne = ({ text }: Moment, pieces: readonly AppliedPiece[]): string =>
  withHunks(text, atOnce(takenBack(text, pieces)).hunks);

/** Replaces some lines that hold nothing typed, as a model would. */
function edited(current: string, chance: Chance): string {
  const lines = current.split('\n');
  const at = chance.below(lines.length);
  const isTyped = (each: string | undefined): boolean => each !== undefined && /[\u4e00-\u9fff]/.test(each);
  const count = [0, 1].filter(each => !isTyped(lines[at + each])).length === 2 ? chance.below(3) : 0;
  lines.splice(at, count, ...Array.from({ length: chance.below(3) }, () => chance.pick(['new();', '', '}', 'a'])));
  return lines.join('\n');
}
