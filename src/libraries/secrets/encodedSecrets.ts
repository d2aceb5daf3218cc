import { Buffer } from 'node:buffer';
import type { Finding } from '../../core/secrets/secretScan.ts';
import { longRuns, type LongRuns } from './longRuns.ts';

const base64 = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{24,}={0,2}/g;
const hexadecimal =
  /(?<![A-Za-z0-9])(?:[0-9a-f]{2}){24,}(?![A-Za-z0-9])|(?<![A-Za-z0-9])(?:[0-9A-F]{2}){24,}(?![A-Za-z0-9])/g;
const percent = /(?<![\w.~%-])(?=[\w.~-]{0,200}%[2-7][0-9A-Fa-f])[\w.~%-]{20,}/g;
const longest = 131_072;
const longestEscaped = 8_192;

/** Runs of base64, of hexadecimal or with signs escaped as in addresses that are text in which `find` finds secrets: masked as a whole. `deep`: how often encoded. */
export function findEncoded(runs: LongRuns, find: (text: string) => boolean, deep = 2): readonly Finding[] {
  const escaped = [...runs.text.matchAll(percent)].filter(({ 0: run }) => find(unescaped(run)));
  const bytes = [...runs.text.matchAll(base64), ...runs.text.matchAll(hexadecimal)];
  const found = [...escaped, ...bytes.filter(({ 0: run }) => isSecretInside(run, find, deep))];
  return found.map(({ index, 0: run }) => ({
    start: runs.placeOf(index),
    end: runs.placeOf(index) + run.length,
    kind: 'encoded',
  }));
}

const unescaped = (run: string): string =>
  run
    .slice(0, longestEscaped)
    .replace(/%([2-7][0-9A-Fa-f])/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function isSecretInside(run: string, find: (text: string) => boolean, deep: number): boolean {
  if (!/[a-z]/.test(run) || !/[A-Z0-9]/.test(run)) return false;
  for (const decoded of decodings(run)) {
    if (find(decoded) || (deep > 1 && findEncoded(longRuns(decoded), find, deep - 1).length > 0)) return true;
  }
  return false;
}

/** What it is as text; a path before it may have shifted its beginning. */
function decodings(run: string): readonly string[] {
  const starts = /^[0-9a-f]+$/i.test(run) && run.length % 2 === 0 ? [] : [0, 1, 2, 3];
  const asText = starts
    .map(from => run.slice(from, from + longest))
    .filter(part => isText(Buffer.from(part.slice(0, 32), 'base64')));
  const texts = asText.slice(0, 1).map(part => Buffer.from(part, 'base64').toString('latin1'));
  if (starts.length > 0) return texts;
  const head = Buffer.from(run.slice(0, 48), 'hex');
  return isText(head) ? [Buffer.from(run.slice(0, longest), 'hex').toString('latin1')] : [];
}

const isText = (bytes: Uint8Array): boolean =>
  bytes.length >= 12 && bytes.every(byte => (byte >= 32 && byte < 127) || byte === 10 || byte === 13 || byte === 9);
