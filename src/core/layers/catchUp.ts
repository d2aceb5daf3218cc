import type { Layer } from '../model/layer.ts';
import { unlessAborted } from '../model/clock.ts';

/** Before anyone is asked, what other windows have found out meanwhile is read; undefined: there is nothing to read. */
export const catchUp =
  (refresh: () => Promise<void> | undefined = () => undefined): Layer =>
  next =>
  async question => {
    const reading = refresh();
    if (reading) await unlessAborted(reading, question.signal);
    return next(question);
  };
