import type { Finding } from '../../../core/secrets/secretScan.ts';
import { isColumnSecret, secretColumn } from './secretColumn.ts';
import { soughtPlaces } from './soughtPlaces.ts';
import type { SecretName } from '../named/secretNames.ts';
import { literalAt } from '../named/writtenValue.ts';

/** Lower case. Only where one of these stands is anything inserted. */
export const insertions: readonly string[] = ['insert', 'replace'];

const begin = /\b(?:insert|replace)\s/gi;
const insertion =
  /(?:insert\s{1,20}(?:ignore\s{1,20}|or\s{1,20}\w{1,10}\s{1,20})?|replace\s{1,20})into\s{1,20}[^\s(]{1,128}\s{0,20}\((?<columns>[^()]{1,4000})\)[^()'"]{0,200}?\bvalues?\s{0,60}/iy;
const longestRow = 100_000;
const rowBegin = /[\s,]{0,200}\(/y;
const plainValue = /[^,;()'"]{0,2000}/y;

/** Values that SQL inserts into columns of secrets. Yields after each row, so that who asks can pause. */
export function* insertedSecretsIn(text: string): Generator<readonly Finding[]> {
  let upTo = 0;
  for (const index of soughtPlaces(text, begin)) {
    yield [];
    if (index === undefined || index < upTo) continue;
    insertion.lastIndex = index;
    const names = (insertion.exec(text)?.groups?.['columns'] ?? '').split(',');
    const columns = names.map(name => secretColumn(name.replace(/["'`[\]]/g, '')));
    upTo = insertion.lastIndex;
    if (columns.every(one => one === undefined)) continue;
    for (;;) {
      rowBegin.lastIndex = upTo;
      if (!rowBegin.test(text)) break;
      const row = rowAt(text, rowBegin.lastIndex, columns);
      yield row.findings;
      upTo = row.next;
    }
  }
}

interface Row {
  readonly findings: readonly Finding[];
  readonly next: number;
}

/** A row behind its bracket. Calls in it, as of a function that hashes, are passed over with what is in them. */
function rowAt(text: string, from: number, columns: readonly (SecretName | undefined)[]): Row {
  const findings: Finding[] = [];
  let [at, number, depth] = [from, 0, 0];
  while (at < Math.min(text.length, from + longestRow)) {
    const character = text.charAt(at);
    if (character === ';') break;
    if (character === ')' && depth === 0) return { findings, next: at + 1 };
    if (character === ')') depth -= 1;
    if (character === '(') depth += 1;
    if (character === ',' && depth === 0) number += 1;
    if (/[,()]/.test(character)) at += 1;
    else if (/["']/.test(character)) {
      const { start, end, next } = literalAt(text, at) ?? { start: at, end: at, next: at + 1 };
      const column = columns[number];
      if (column && isColumnSecret(column, text.slice(start, end), true))
        findings.push({ start, end, kind: 'assignment' });
      at = Math.max(at + 1, next);
    } else {
      plainValue.lastIndex = at;
      plainValue.test(text);
      at = Math.max(at + 1, plainValue.lastIndex);
    }
  }
  return { findings, next: at };
}
