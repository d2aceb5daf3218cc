import { joinedPlaces } from '../../core/secrets/knownSecrets.ts';
import type { Finding } from '../../core/secrets/secretScan.ts';

/** With fewer secrets a short file of code could be taken for a list of them. */
const fewestSecrets = 3;
/** The share of its characters that are secret in a file that is a key; in a command with a token in it fewer are. */
const nearlyAll = 0.8;

/**
 * Is this a file that holds little but secrets, whatever it is called? At least three entries, and more than half of all, are
 * secrets; or it is a secret and nothing else, as a file is that is a key. An entry is a line that says something: a
 * comment, a heading or a bracket says nothing, and a secret of many lines is one entry.
 */
export function isMostlySecrets(text: string, findings: readonly Finding[]): boolean {
  const places = joinedPlaces(findings);
  if (places.length === 0) return false;
  let secrets = 0;
  let others = 0;
  let next = 0;
  let lineStart = 0;
  for (const line of text.split('\n')) {
    const lineEnd = lineStart + line.length;
    let begins = false;
    while ((places[next]?.start ?? Infinity) < lineEnd) {
      begins = true;
      next += 1;
    }
    const isWithin = (places[next - 1]?.end ?? 0) > lineStart;
    if (begins) secrets += 1;
    else if (!isWithin && saysSomething(line)) others += 1;
    lineStart = lineEnd + 1;
  }
  if (secrets >= fewestSecrets) return secrets > others;
  const characters = places.reduce((sum, { start, end }) => sum + end - start, 0);
  return others === 0 && characters > text.trim().length * nearlyAll;
}

const comment = /^\s*(?:#|\/\/|--|;|\/?\*|<!--|\[[^\]=]*\]\s*$)/;

const saysSomething = (line: string): boolean => /[\w]/.test(line) && !comment.test(line);
