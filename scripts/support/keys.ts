import { say } from './say.ts';

export interface Keys {
  /** What each key does, for the legend. */
  readonly legend: readonly { readonly key: string; readonly title: string }[];
  /** Does what the key stands for and says what is so now. */
  readonly press: (key: string) => string;
  /** Ctrl+C: the terminal sends no signal while it gives us single keys. */
  readonly quit: () => void;
}

/** Prints the legend and forwards each key that is pressed in the terminal; without a terminal it says so. */
export function listenToKeys({ legend, press, quit }: Keys): void {
  const { stdin } = process;
  if (!stdin.isTTY) {
    say('there is no terminal here to read keys from: the practice providers stay healthy');
    return;
  }
  console.log('Keys of this terminal, for the practice providers:\n');
  for (const { key, title } of legend) console.log(`  ${key}  ${title}`);
  console.log();
  stdin.setRawMode(true).setEncoding('utf8');
  stdin.on('data', (typed: string) => {
    for (const key of typed) {
      if (key === '\u0003') quit();
      else console.log(press(key));
    }
  });
}
