import type { Finding } from '../../../core/secrets/secretScan.ts';
import { headBytes, privateDerLength } from './privateDer.ts';
import { isWalletKey } from './walletKey.ts';
import { bytesFrom, inBase64, inHexadecimal, inList, type ByteForm, type BytePlace } from './writtenBytes.ts';

/** Lower case. Only where one of these stands is there a key: a cheap look before the dear one. */
const base64Heads = [
  ...['ibaak', 'ibaaj', 'ibada', 'ibadc', 'ibata', 'agea', 'ageb', 'aqaw', 'aqew', 'aqee', 'ibazc'],
  ...['hkig9w0b', 'qgsib3dq'],
];
const hexadecimalHeads = ['020100', '020101', '020103', '864886f7'];
const listHeads = ['x30', '02:01:0', '02 01 0', '86:48:86:f7', '86 48 86 f7'];
const [openSsh, puttyLines] = ['b3blbnnzac1rzxktdje', 'private-lines'];
export const bareKeyMarks = {
  text: [...listHeads, puttyLines],
  runs: [...base64Heads, ...hexadecimalHeads, openSsh],
};

const base64Start = /(?:(?<![A-Za-z0-9+/_-])|(?<=(?<!\\)\\{1,2}[nrt]))M[A-P][A-Za-z0-9+/_-]{10}/g;
const hexadecimalStart =
  /(?<![0-9A-Za-z])(?:0x)?30(?:8[12]|[2-7][0-9a-f])(?:[0-9a-f]{2}){4}|(?<=\\[nrt])30(?:8[12]|[2-7][0-9a-f])(?:[0-9a-f]{2}){4}/gi;
const listStart =
  /(?<![0-9a-z:])(?:(?:\((?:byte|char)\) ?)?0x30(?=,)|\\{1,2}x30(?=\\)|30(?=[: ](?:8[12]|[2-7][0-9a-f])[: ][0-9a-f]{2}[: ]))/gi;
const openSshStart = /b3BlbnNzaC1rZXktdjE[A-Za-z0-9+/]/g;
const puttyStart = /Private-Lines: ?(?<lines>\d{1,3})["',]{0,2}(?:\s|\\{1,2}[nr]){1,40}(?:["'][+.]?\s{0,20}["'])?/g;
const walletStart = /(?<![A-Za-z0-9])(?:5[HJK]|[KLc9])[1-9A-HJ-NP-Za-km-z]{49,51}(?![A-Za-z0-9])/g;

/** What stands in a text, and in the long runs of it: as `Near` tells. */
export interface StandsIn {
  readonly text: (words: readonly string[]) => boolean;
  readonly runs: (words: readonly string[]) => boolean;
}

/** The long runs of a text, and where a place in them stands in the whole: see `LongRuns`. */
export interface Runs {
  readonly text: string;
  readonly placeOf: (at: number) => number;
}

/**
 * Private keys without armour: DER in base64, in hexadecimal or as a list of bytes, on one line or on several; what OpenSSH and
 * PuTTY write between their marks; keys of wallets by their checksum. Public keys and certificates begin otherwise.
 */
export function findBareKeys(text: string, runs: Runs, near: StandsIn): readonly Finding[] {
  const places: BytePlace[] = [];
  if (near.runs(base64Heads)) places.push(...derIn(text, base64Start, inBase64));
  if (near.runs(hexadecimalHeads)) places.push(...derIn(text, hexadecimalStart, inHexadecimal));
  if (near.text(listHeads)) places.push(...derIn(text, listStart, inList));
  if (near.runs([openSsh])) places.push(...openSshIn(text));
  if (near.text([puttyLines])) places.push(...puttyIn(text));
  return [...places.map(place => ({ ...place, kind: 'private-key' })), ...walletKeysIn(runs)];
}

function derIn(text: string, start: RegExp, form: ByteForm): readonly BytePlace[] {
  let upTo = 0;
  return [...text.matchAll(start)].flatMap(({ index }) => {
    if (index < upTo) return [];
    const length = privateDerLength(headAt(text, index, form));
    if (length === undefined) return [];
    const places = bytesFrom(text, index, { form, limit: { characters: form.charactersOf(length) } });
    upTo = places.at(-1)?.end ?? index;
    return places;
  });
}

function headAt(text: string, at: number, form: ByteForm): Uint8Array {
  const limit = { characters: form.charactersOf(headBytes) };
  const window = text.slice(at, at + 400); // so that a long run is not read for its head
  const written = bytesFrom(window, 0, { form, limit }).map(({ start, end }) => window.slice(start, end));
  const plain = form.isListed
    ? (written.join(' ').match(/[0-9a-f]{2}(?![0-9a-fx])/gi) ?? []).join('')
    : written.join('');
  return form.decode(plain.slice(0, limit.characters + 4)).subarray(0, headBytes);
}

function openSshIn(text: string): readonly BytePlace[] {
  let upTo = 0;
  return [...text.matchAll(openSshStart)].flatMap(({ index }) => {
    if (index < upTo) return [];
    const places = bytesFrom(text, index, { form: inBase64, limit: { characters: Infinity, runs: 400 } });
    upTo = places.at(-1)?.end ?? index;
    return places;
  });
}

const puttyIn = (text: string): readonly BytePlace[] =>
  [...text.matchAll(puttyStart)].flatMap(({ index, 0: mark, groups }) => {
    const runs = Number(groups?.['lines'] ?? 0);
    const found = bytesFrom(text, index + mark.length, { form: inBase64, limit: { characters: runs * 76, runs } });
    return found.filter(({ start, end }) => end - start >= 16);
  });

const walletKeysIn = ({ text, placeOf }: Runs): readonly Finding[] =>
  [...text.matchAll(walletStart)]
    .filter(({ 0: written }) => isWalletKey(written))
    .map(({ index, 0: written }) => ({ start: placeOf(index), end: placeOf(index) + written.length, kind: 'bitcoin' }));
