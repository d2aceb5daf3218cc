/** Tells the person at the terminal, on stderr, what is being done now and how many seconds went by. */
export function say(words: string): void {
  console.error(`${(performance.now() / 1000).toFixed(1).padStart(6)} s  ${words}`);
}
