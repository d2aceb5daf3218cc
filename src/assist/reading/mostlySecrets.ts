import { joinedPlaces } from '../../core/secrets/knownSecrets.ts';
import type { Steps } from '../../core/shared/steps.ts';
import type { Finding } from '../../core/secrets/secretScan.ts';

/** With fewer secrets a short file of code could be taken for a list of them. */
const fewestSecrets = 3;
const linesAtATime = 500;
/** The share of its characters that are secret in a file that is a key; in a command with a token in it fewer are. */
const nearlyAll = 0.8;

/**
 * Is this a file that holds little but secrets, whatever it is called? At least three entries, and more than half of all, are
 * secrets; or it is a secret and nothing else, as a file is that is a key. An entry is a line that says something: a
 * comment, a heading or a bracket says nothing, and a secret of many lines is one entry.
 */
export function* isMostlySecrets(text: string, findings: readonly Finding[]): Steps<boolean> {
  const places = joinedPlaces(findings);
  if (places.length === 0) return false;
  let secrets = 0;
  let others = 0;
  let next = 0;
  for (let [at, lineStart] = [0, 0]; lineStart <= text.length; at += 1) {
    if (at % linesAtATime === 0) yield;
    const lineEnd = lineBreakAt(text, lineStart);
    let begins = false;
    while ((places[next]?.start ?? Infinity) < lineEnd) {
      begins = true;
      next += 1;
    }
    const isWithin = (places[next - 1]?.end ?? 0) > lineStart;
    if (begins) secrets += 1;
    else if (!isWithin && saysSomething(text.slice(lineStart, lineEnd))) others += 1;
    lineStart = lineEnd + 1;
  }
  if (secrets >= fewestSecrets) return secrets > others;
  const characters = places.reduce((sum, { start, end }) => sum + end - start, 0);
  return others === 0 && characters > text.trim().length * nearlyAll;
}

/** Where the line ends that begins here. */
function lineBreakAt(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}

const comment = /^\s*(?:#|\/\/|--|;|\/?\*|<!--|\[[^\]=]*\]\s*$)/;

const saysSomething = (line: string): boolean => /[\w]/.test(line) && !comment.test(line);
