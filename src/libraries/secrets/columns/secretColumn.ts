import { isChosen, isSecretLiteral } from '../named/valueLikeness.ts';
import { secretNamesIn, type SecretName } from '../named/secretNames.ts';

/** Is this the name of a column of passwords, tokens or keys? undefined: of something else. */
export function secretColumn(name: string): SecretName | undefined {
  const plain = name.trim();
  if (plain.length > 40) return undefined;
  const [found] = secretNamesIn(plain);
  return found === undefined || found.of === 'setting' || /^(?:key|salt)s?$/i.test(plain) ? undefined : found;
}

const isWord = /^[A-Za-z]+\d{0,2}$/;
const isRun = /^[A-Za-z\d+/=_-]{16,}$/;

/** Is this value of such a column one, and no word, number, date or stand-in? Without quotes it has a digit among letters. */
export const isColumnSecret = (column: SecretName, value: string, isQuoted: boolean): boolean =>
  isSecretLiteral(column, value) && (isQuoted || isRun.test(value) || (!isWord.test(value) && isChosen(value)));
