import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openLogFile, type LogFile, type LogPlace, type LogWatch } from './logFile.ts';
import { makeOwnFolderNow } from './ownFolder.ts';
import { isPeriod } from './period.ts';
import { errorCode } from './storeErrorOf.ts';

/** The files `NAME-PERIOD.log` of one log in its folder. Throws the errors of the system. */
export class LogFolder {
  readonly #folder: string;
  readonly #name: string;
  readonly #watch: LogWatch;

  constructor(folder: string, name: string, watch: LogWatch) {
    this.#folder = folder;
    this.#name = name;
    this.#watch = watch;
  }

  /** The periods that have a file, the latest first. */
  periods(): readonly string[] {
    const periods = this.#names().map(name => name.slice(this.#name.length + 1, -'.log'.length));
    return periods.filter(isPeriod).toSorted().reverse();
  }

  /** The file of a period; undefined when there is none. */
  open(period: string): LogFile | undefined {
    try {
      return openLogFile(this.#placeOf(period), 'there');
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** The file of a period, made when there is none, and the folder too (0700). */
  create(period: string): LogFile {
    makeOwnFolderNow(this.#folder);
    return openLogFile(this.#placeOf(period), 'new');
  }

  /** Removes the files of all periods but the latest ones, where it can. */
  keepLatest(count: number): void {
    for (const period of this.periods().slice(count)) {
      try {
        rmSync(this.#placeOf(period).file, { force: true });
      } catch (error) {
        if (errorCode(error) === undefined) throw error; // it stays, and the next period tries again
      }
    }
  }

  #names(): readonly string[] {
    try {
      return readdirSync(this.#folder).filter(name => name.startsWith(`${this.#name}-`) && name.endsWith('.log'));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }

  #nameOf(period: string): string {
    return `${this.#name}-${period}.log`;
  }

  #placeOf(period: string): LogPlace {
    return { file: path.join(this.#folder, this.#nameOf(period)), period, watch: this.#watch };
  }
}
