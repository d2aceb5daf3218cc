import assert from 'node:assert/strict';
import dns from 'node:dns';
import { setGlobalProxyFromEnv } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { testKey } from '../../providers/asking.ts';
import { startTunnel } from '../server/tunnel.ts';
import { promptMark } from './askOn.ts';
import type { ResolverError, Setting, FaultWorld } from './setting.ts';

/** Plays in a world where names resolve, and certificates are trusted, as the row says; afterwards all is as before. */
export async function withWorld({ world = {} }: Setting, play: () => Promise<void>): Promise<void> {
  const undo: (() => Promise<void> | void)[] = [];
  try {
    undo.push(trusting(world), resolving(world), await proxying(world));
    await play();
  } finally {
    for (const back of undo) await back();
  }
}

function trusting({ trusted }: FaultWorld): () => void {
  if (trusted === undefined) return () => undefined;
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, trusted]);
  return () => setDefaultCACertificates(before);
}

/** Node's own fetch behind a proxy, as the host of an editor is. What the proxy could read is looked at in the end. */
async function proxying({ proxy }: FaultWorld): Promise<() => Promise<void> | void> {
  if (proxy === undefined) return () => undefined;
  const tunnel = await startTunnel(proxy === 'refused' ? '502 Bad Gateway' : proxy);
  if (proxy === 'refused') await tunnel.stop();
  const restore = setGlobalProxyFromEnv({ http_proxy: tunnel.url, https_proxy: tunnel.url, no_proxy: '127.0.0.1' });
  return async () => {
    restore();
    if (proxy !== 'refused') await tunnel.stop();
    if (typeof proxy === 'object' && proxy.isTrusted) return;
    const read = [testKey, promptMark].filter(secret => tunnel.heard().includes(secret));
    assert.deepEqual(read, [], 'the proxy could read the question or the key');
  };
}

type Callback = (error: NodeJS.ErrnoException | null, addresses: dns.LookupAddress[]) => void;

/** A stub of the system's resolver: Node's own sockets ask it whenever they connect to a name. */
function resolving({ resolver }: FaultWorld): () => void {
  if (resolver === undefined) return () => undefined;
  const before = dns.lookup;
  const stub = (host: string, options: dns.LookupAllOptions, done: Callback): void => {
    const found = resolver[host];
    if (found === undefined) return before(host, options, done);
    if (found === 'hangs') return;
    if (typeof found === 'string') return done(lookupError(found, host), []);
    done(
      null,
      found.map(address => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  dns.lookup = stub as unknown as typeof dns.lookup; // only the form that node:net uses
  syncBuiltinESMExports();
  return () => {
    dns.lookup = before;
    syncBuiltinESMExports();
  };
}

const lookupError = (code: ResolverError, host: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`getaddrinfo ${code} ${host}`), { code, syscall: 'getaddrinfo', hostname: host });
