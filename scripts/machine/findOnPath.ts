import { existsSync } from 'node:fs';
import path from 'node:path';

/** The file that a command of this name would run, or undefined. */
export function findOnPath(command: string): string | undefined {
  return allOnPath(command)[0];
}

/** Every file of that name on the PATH, in the order in which they are tried. */
export function allOnPath(command: string): readonly string[] {
  const names = process.platform === 'win32' ? [`${command}.cmd`, `${command}.exe`] : [command];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.flatMap(folder => names.map(name => path.join(folder, name))).filter(file => existsSync(file));
}
