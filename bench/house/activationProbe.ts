// Stands in front of the real bundle in a copy of the packed extension, as its package.json's `main`: runs in VS Code's
// extension host, measures loading and activation, and watches what they touch. It becomes CommonJS and is not bundled.
import { appendFileSync } from 'node:fs';
import { Socket } from 'node:net';

/** What one start of the extension showed; one line of JSON in the file that STEADFAST_BENCH_REPORT names. */
export interface Activation {
  readonly requireMs: number;
  /** The synchronous part: until `activate` returned. */
  readonly activateMs: number;
  /** Connections begun: while it was loaded and activated by anybody, and in half a second after by code of ours. */
  readonly connections: number;
  /** Reads of `fetch`, `Response` and their like on the global object, counted in the same way. */
  readonly touched: readonly string[];
  /** Files of the extension that were loaded by then, relative to its folder. */
  readonly loaded: readonly string[];
}

interface Extension {
  activate(context: object): unknown;
  deactivate?(): unknown;
}

const touched: string[] = [];
let connections = 0;
/** Others work in this process too: when we do not run by ourselves, only calls with us on the stack are ours. */
let inside = true;
const isOurs = (): boolean => inside || (new Error().stack?.includes(`${__dirname}/dist/`) ?? false);

const unwatch = [...['fetch', 'Response', 'Request', 'Headers'].map(watchGlobal), watchConnections()];
const beforeRequire = performance.now();
// eslint-disable-next-line @typescript-eslint/no-require-imports
const extension = require('./dist/extension.cjs') as Extension;
const requireMs = performance.now() - beforeRequire;
inside = false;

export function activate(context: object): unknown {
  inside = true;
  const before = performance.now();
  const result = extension.activate(context);
  const activateMs = performance.now() - before;
  inside = false;
  setTimeout(() => write({ requireMs, activateMs }), 500);
  return result;
}

export function deactivate(): unknown {
  return extension.deactivate?.();
}

function write(times: Pick<Activation, 'requireMs' | 'activateMs'>): void {
  for (const undo of unwatch) undo();
  const loaded = Object.keys(require.cache)
    .filter(file => file.startsWith(`${__dirname}/dist/`))
    .map(file => file.slice(__dirname.length + 1));
  const seen: Activation = { ...times, connections, touched, loaded };
  appendFileSync(process.env['STEADFAST_BENCH_REPORT'] ?? '', `${JSON.stringify(seen)}\n`);
}

/** Reading some of them for the first time loads all of undici, 30 to 45 ms. */
function watchGlobal(name: string): () => void {
  const real = Object.getOwnPropertyDescriptor(globalThis, name);
  if (real?.configurable !== true) throw new Error(`globalThis.${name} cannot be watched`);
  const restore = (): void => void Object.defineProperty(globalThis, name, real);
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get() {
      if (isOurs()) touched.push(name);
      return real.get === undefined ? (real.value as unknown) : (real.get.call(globalThis) as unknown);
    },
    set(value: unknown) {
      restore();
      Reflect.set(globalThis, name, value);
    },
  });
  return restore;
}

/** Every connection of Node, TLS and fetch begins here. */
function watchConnections(): () => void {
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const real = Socket.prototype.connect;
  Socket.prototype.connect = function (this: Socket, ...given: readonly unknown[]): Socket {
    if (isOurs()) connections += 1;
    return Reflect.apply(real, this, given) as Socket;
  };
  return () => void (Socket.prototype.connect = real);
}
