import type { Layer } from '../model/layer.ts';
import { unlessAborted } from '../model/clock.ts';

/** Reads what other windows found out before a question is asked. `refresh` gives undefined: there is nothing to read. */
export const catchUp =
  (refresh: () => Promise<void> | undefined = () => undefined): Layer =>
  next =>
  async question => {
    const reading = refresh();
    if (reading) await unlessAborted(reading, question.signal);
    return next(question);
  };
