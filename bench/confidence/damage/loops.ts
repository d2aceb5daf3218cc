import { between, oneOf } from '../code/chance.ts';
import type { DamageRule, Damaging } from './damage.ts';

/** A line that says something. */
function loopLine({ edit, chance }: Damaging): number | undefined {
  const lines = edit.code.split('\n');
  const written = lines.flatMap((line, at) => (line.trim().length > 8 && at > 0 ? [at] : []));
  return oneOf(written, chance);
}

const repeatedLine =
  (least: number, most: number): DamageRule =>
  damaging => {
    const { edit, chance } = damaging;
    const at = loopLine(damaging);
    const lines = edit.code.split('\n');
    const line = at === undefined ? undefined : lines[at];
    if (at === undefined || line === undefined) return undefined;
    const times = Array.from({ length: between(least, most, chance) }, () => line);
    return { code: [...lines.slice(0, at), ...times, ...lines.slice(at + 1)].join('\n') };
  };

/** A line comes again some times, and the code goes on. */
export const shortLoop: DamageRule = repeatedLine(5, 30);

/** A line comes again until the answer ends; the fence is closed all the same. */
export const longLoop: DamageRule = repeatedLine(50, 120);

/** Several lines come again together. */
export const blockLoop: DamageRule = ({ edit, chance }) => {
  const lines = edit.code.split('\n');
  const size = between(3, 8, chance);
  if (lines.length < size + 3) return undefined;
  const at = between(1, lines.length - size - 1, chance);
  const block = lines.slice(at, at + size);
  if (block.join('').trim().length < 30) return undefined;
  const times = Array.from({ length: between(3, 8, chance) }, () => block).flat();
  return { code: [...lines.slice(0, at), ...times, ...lines.slice(at + size)].join('\n') };
};
