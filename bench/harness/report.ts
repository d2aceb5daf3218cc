/** In a script that `processes.ts` runs: tells the parent what was found; prints it when a person runs it by hand. */
export function report(found: object): void {
  if (process.send === undefined) console.log(JSON.stringify(found, null, 2));
  else process.send(found);
}

/** In such a script: ends it with its parent, however that one ends. */
export function endWithParent(): void {
  process.once('disconnect', () => process.exit());
}

/** In such a script: what is left when the work is done does not keep the process alive. */
export function leave(): void {
  if (process.connected) process.disconnect();
  else process.exit();
}

/** In such a script: reports, and ends it as soon as the parent has been told all of it, whatever is still open. */
export function leaveWith(found: object): void {
  if (process.send === undefined) report(found);
  else process.send(found, () => process.exit());
}
