import type { ReadPrompt } from './prompt.ts';

/** Names made of the old one, in its case style. */
export function betterNames({ instruction }: ReadPrompt): string {
  const current = /"([^"]+)"/.exec(instruction)?.[1] ?? 'value';
  const isSnake = current.includes('_');
  const joined = (word: string): string =>
    isSnake ? `${current}_${word}` : current + word.charAt(0).toUpperCase() + word.slice(1);
  const names = [
    { name: joined('value'), reason: 'It says that it is a value.' },
    { name: joined('of'), reason: 'It asks of what.' },
  ];
  return JSON.stringify({ names });
}
