/*
 * Run as a program of its own, so that the SDKs are loaded while it watches: asks both wires, and prints which variables of the
 * environment anything but Node itself has looked at.
 */

const read = new Set<string>();
const own = process.env;

/** Node reads variables itself, of what the user of this machine wants of it. */
function note(name: string | symbol): void {
  const by = new Error().stack
    ?.split('\n')
    .slice(3)
    .find(line => !line.includes('node:internal'));
  if (typeof name === 'string' && by?.includes('file://')) read.add(name);
}

process.env = new Proxy(own, {
  get(target, name) {
    note(name);
    return Reflect.get(target, name) as unknown;
  },
  has(target, name) {
    note(name);
    return Reflect.has(target, name);
  },
  ownKeys(target) {
    note('all of them');
    return Reflect.ownKeys(target);
  },
});

const { providerOf, streamReply, withPeer } = await import('../../asked.ts');
const { portsWith, targetAt } = await import('../../asking.ts');
const { payloadsOf, toEvents } = await import('../../wire.ts');

for (const wire of ['openai', 'anthropic'] as const) {
  const reply = streamReply(toEvents(wire, payloadsOf(wire, ['Hello'])));
  await withPeer({ wire, reply }, async ({ ask, peer }) => {
    await ask();
    const { signal } = new AbortController();
    await providerOf(wire)
      .listModels(targetAt(wire, `${peer.origin}/v1`), portsWith(), signal)
      .catch(() => undefined);
  });
}

process.env = own;
console.error(JSON.stringify([...read].sort())); // the test runner, which the support of tests loads, writes to the other

export {};
