/** Waits until `look` is true. Rejects with what was waited for after 20 s. */
export async function waitUntil(what: string, look: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 20_000;
  while (!(await look())) {
    if (performance.now() > end) throw new Error(`waited in vain for: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
