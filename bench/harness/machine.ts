import os from 'node:os';

/** Where and when the figures were taken: one line that belongs to every one of them. */
export function machine(): string {
  const cpus = os.cpus();
  const gigabytes = Math.round(os.totalmem() / 1e9);
  const load = os.loadavg()[0]?.toFixed(1) ?? '';
  return [
    `${cpus.length} × ${cpus[0]?.model.trim() ?? 'unknown processor'}`,
    `${gigabytes} GB`,
    `${os.type()} ${os.release()} ${os.arch()}`,
    `Node ${process.versions.node}`,
    `load ${load}`,
    new Date().toISOString(),
  ].join(', ');
}
