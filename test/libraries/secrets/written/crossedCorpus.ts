import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { drawnFrom } from './drawnFrom.ts';
import { laterFormats } from './laterFormats.ts';
import { marked, named } from './namedSecrets.ts';
import { planted, type Planted } from './secretCorpus.ts';
import { surroundings } from './surroundings.ts';
import { tokenFormats } from './tokenFormats.ts';
import { waysOfWriting } from './waysOfWriting.ts';

/** A secret in a way of writing and surroundings; which half it belongs to is decided by a hash, not by anybody. */
export interface Crossed extends Planted {
  readonly way: string;
  readonly surrounding: string;
  readonly half: 'tune' | 'test';
}

interface Format {
  readonly words: readonly (readonly string[])[];
  readonly values: fc.Arbitrary<string>;
}

const neutral = [['value'], ['client', 'option'], ['x'], ['remote', 'entry']];
/** Names of passwords in the larger languages. */
const passwordWords = [
  ['password'],
  ['db', 'password'],
  ['passwd'],
  ['admin', 'pwd'],
  ['passphrase'],
  ['user', 'pass'],
  ['pw'],
  ['Passwort'],
  ['datenbank', 'kennwort'],
  ['contraseña'],
  ['senha'],
  ['mot', 'de', 'passe'],
  ['mdp'],
  ['wachtwoord'],
  ['hasło'],
  ['lösenord'],
  ['пароль'],
  ['密码'],
  ['パスワード'],
  ['비밀번호'],
];
const ofPerson = /^(?:[A-Z][a-z]{4,8}20[12][0-9][!?*+]|[a-z]{2,4}[0-9][a-z]{2,4}[0-9][a-z]{2}[!*+][0-9]{1,3})$/;
const passwords: Readonly<Record<string, RegExp>> = {
  'password, ordinary': ofPerson,
  'password, @ and /': /^[A-Za-z]{3,5}[0-9]{2}[@][A-Za-z]{2,4}[0-9][/][a-z]{3,4}$/,
  'password, signs': /^[A-Za-z]{3,5}[0-9][&^~*+=!@#%?]{2,3}[A-Za-z0-9]{4,6}$/,
  'password, brackets': /^[A-Za-z]{3,4}[0-9]{2}[(){}[<>][A-Za-z0-9]{4,5}[!@]$/,
  'password, quotes': /^[A-Za-z]{3,4}[0-9]{2}['"][A-Za-z0-9]{4,5}['"][a-z]{2}[0-9]$/,
  'password, backslash and dollar': /^[A-Za-z]{3,4}[0-9]{2}[$\\][A-Za-z0-9]{5,6}[!@]$/,
  'password, blanks': /^[A-Z][a-z]{3,5} [a-z]{2}[0-9]{2}[!#][a-z]{3} [A-Z][a-z]{3,5}$/,
  'password, application password': /^[a-z]{4} [a-z]{4} [a-z]{4} [a-z]{4}$/,
  'password, six groups':
    /^[A-Za-z0-9]{4} [A-Za-z0-9]{4} [A-Za-z0-9]{4} [A-Za-z0-9]{4} [A-Za-z0-9]{4} [0-9][A-Za-z0-9]{3}$/,
  'password, comma and semicolon': /^[A-Za-z]{3,4}[0-9]{2}[,;][A-Za-z0-9]{5,6}[!@]$/,
};

const formats: Readonly<Record<string, Format>> = {
  ...Object.fromEntries(
    Object.entries({ ...tokenFormats, ...laterFormats }).map(([format, form]) => [
      format,
      { words: neutral, values: drawnFrom(form) },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(named).map(([format, { words, value }]) => [format, { words, values: drawnFrom(value) }]),
  ),
  ...Object.fromEntries(
    Object.entries(passwords).map(([format, form]) => [format, { words: passwordWords, values: drawnFrom(form) }]),
  ),
};

/** How many formats are crossed with how many ways. */
export const crossing = {
  formats: Object.keys(formats).length,
  ways: Object.keys(waysOfWriting).length,
  surroundings: Object.keys(surroundings).length,
};

/**
 * Each format in `each` of the ways of writing, a different one in each row of the crossing, and each in a surrounding that
 * its hash chooses. Texts that nobody would write so are left out.
 */
export function crossedCorpus(each: number, seed = 1): readonly Crossed[] {
  const ways = Object.entries(waysOfWriting);
  const around = Object.entries(surroundings);
  return Object.entries(formats).flatMap(([format, { words, values }], row) => {
    const secrets = fc.sample(fc.noBias(values), { numRuns: each, seed: seed + row });
    return secrets.flatMap((value, column) => {
      const [way, write] = ways[(row * 7 + column * Math.max(1, Math.floor(ways.length / each))) % ways.length] ?? [];
      if (way === undefined || write === undefined) return [];
      const digest = createHash('sha256').update(`${format} ${way} ${value}`).digest();
      const name = words[(digest[0] ?? 0) % words.length] ?? [];
      const text = write(marked)({ words: name, value });
      const [surrounding, place] = around[(digest[1] ?? 0) % around.length] ?? [];
      if (text === undefined || surrounding === undefined || place === undefined) return [];
      const half = (digest[2] ?? 0) % 2 === 0 ? 'tune' : 'test';
      return [{ ...planted(format, place(text)), way, surrounding, half } as const];
    });
  });
}
