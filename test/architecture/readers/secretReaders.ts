import { isMostlySecrets } from '../../../src/assist/reading/mostlySecrets.ts';
import { surroundingsIn } from '../../../src/assist/reading/searchedText.ts';
import { addedAddresses } from '../../../src/core/secrets/addedAddresses.ts';
import { addressesIn, hostsIn, networkCallsIn, statementsIn } from '../../../src/core/secrets/addresses.ts';
import { placeholderMoves } from '../../../src/core/secrets/placeholderMoves.ts';
import { copiesOf, holdersIn } from '../../../src/core/secrets/secretHolders.ts';
import { printedPlaceholders } from '../../../src/core/secrets/printedPlaceholders.ts';
import { placeholdersFor } from '../../../src/core/secrets/placeholders.ts';
import { Restorer } from '../../../src/core/secrets/restorer.ts';
import { RestoreStream } from '../../../src/core/secrets/restoreStream.ts';
import { lineBreaks } from '../../../src/core/prompt/lines.ts';
import { pace } from '../../../src/interaction/platform/pace.ts';
import { atOnce, inSteps, type Steps } from '../../../src/core/shared/steps.ts';
import { hiddenMarksFor } from '../../../src/core/unicode/hiddenMarks.ts';
import type { Finding } from '../../../src/core/secrets/secretScan.ts';
import type { ForeignReader } from './foreignReader.ts';
import { quietly } from './wireReaders.ts';

const code = 'const token = "key_a1";';
const placeholders = atOnce(placeholdersFor([{ text: code, findings: [{ start: 15, end: 21, kind: 'key' }] }]));
const masked = placeholders.mask(code);
const name = /SECRET_\w+/.exec(masked)?.[0] ?? '';
const restorerOf = (isCode: boolean): Restorer =>
  new Restorer(placeholders, { texts: [masked], own: [masked], isCode });

/** A placeholder stands where the shapes say so. */
const named = (text: string): string => text.replaceAll('SECRET_1_', `${name} `);

/** In pieces, as they come over the network. */
const streamed = async (text: string): Promise<void> => {
  const stream = new RestoreStream({ placeholders, restorer: restorerOf(true), emit: () => undefined });
  for (let at = 0; at < text.length; at += 4_000) {
    stream.hear({ kind: 'text', text: text.slice(at, at + 4_000) });
    await new Promise(resolve => setImmediate(resolve));
  }
  stream.flush();
};

const stepped = <T>(work: Steps<T>): Promise<T> => inSteps(work, pace);

/** Many secrets, as a file that is full of them has. */
const many = Array.from({ length: 2_000 }, (_, at) => `s3cret${at}vAlue${at * 7_919}`);
const manyIn = (text: string): string =>
  many.map((secret, at) => `a${at % 9}="${secret}"\n${text.slice(at, at + 9)}`).join('\n');
const allFound = (text: string) => ({ text, findings: placesOf(many, text) });
/** In order, so that each is sought behind the one before. */
function placesOf(secrets: readonly string[], text: string): readonly Finding[] {
  let end = 0;
  return secrets.flatMap(secret => {
    const start = text.indexOf(secret, end);
    if (start < 0) return [];
    end = start + secret.length;
    return [{ start, end, kind: 'key' }];
  });
}
const manyPlaceholders = atOnce(placeholdersFor([allFound(manyIn(''))]));
const manySent = manyPlaceholders.mask(manyIn(''));
const manyNames = atOnce(manyPlaceholders.expectedFrom([manySent])).names;
/** Each in its turn stands where the shapes say so, in a text of the same length. */
function namedInTurn(text: string): string {
  let next = 0;
  return text
    .replace(/SECRET_1_|[a-z](?= = | a)/g, () => manyNames[next++ % manyNames.length] ?? '')
    .slice(0, text.length);
}

const findingsEvery300 = (text: string): readonly Finding[] =>
  Array.from({ length: Math.floor(text.length / 300) }, (_, at) => ({
    start: at * 300,
    end: at * 300 + 20,
    kind: 'key',
  }));
function around(text: string) {
  const line = Math.floor(lineBreaks(text, { start: 0, end: text.length }) / 2);
  const searched = { firstLine: 0, text, findings: findingsEvery300(text) };
  return surroundingsIn(searched, { startLine: line, endLine: line }, []);
}

const grammars = ['calls', 'markdown', 'lines', 'code'];
const answer = 64_000;

/** Readers that put secrets back, or look for where they would go. */
export const secretReaders: readonly ForeignReader[] = [
  { name: 'hosts', limit: 100_000, grammars, read: hostsIn },
  { name: 'calls over the network', limit: 100_000, grammars, read: networkCallsIn },
  { name: 'statements', limit: answer, grammars, read: text => stepped(statementsIn(text)) },
  { name: 'addresses', limit: answer, grammars, read: text => stepped(addressesIn(text)) },
  { name: 'added addresses', limit: answer, grammars, read: text => addedAddresses(text, text.slice(0, 1_000)) },
  { name: 'places of placeholders', limit: answer, grammars, read: text => placeholders.placesIn(named(text)) },
  {
    name: 'moves of placeholders',
    limit: answer,
    grammars,
    read: text => quietly(() => stepped(placeholderMoves([name], { before: masked, after: named(text) }))),
  },
  {
    name: 'secrets that are printed',
    limit: answer,
    grammars: [...grammars, 'prints'],
    read: text =>
      quietly(() => stepped(printedPlaceholders([name], { before: masked, after: named(text), holders: [] }))),
  },
  {
    name: 'copies of what holds secrets',
    limit: answer,
    grammars: [...grammars, 'prints'],
    read: text => stepped(copiesOf(atOnce(holdersIn([name], masked)).holders, text)),
  },
  {
    name: 'text around a selection, with a secret every 300 characters',
    limit: 500_000,
    grammars: ['lines', 'code'],
    read: text => stepped(around(text)),
  },
  {
    name: 'does it hold mostly secrets',
    limit: 500_000,
    grammars: ['lines', 'code'],
    read: text => stepped(isMostlySecrets(text, findingsEvery300(text))),
  },
  {
    name: 'secrets that are many',
    limit: answer,
    grammars: ['prints', 'words'],
    read: text => stepped(placeholdersFor([allFound(manyIn(text)), { text, findings: [] }])),
  },
  {
    name: 'what holds many secrets',
    limit: answer,
    grammars: [...grammars, 'prints', 'words'],
    read: text => stepped(manyPlaceholders.expectedFrom([manySent, namedInTurn(text)])),
  },
  {
    name: 'moves of many secrets',
    limit: answer,
    grammars: [...grammars, 'words'],
    read: text => quietly(() => stepped(placeholderMoves(manyNames, { before: manySent, after: namedInTurn(text) }))),
  },
  {
    name: 'many secrets that are printed',
    limit: answer,
    grammars: [...grammars, 'prints', 'words'],
    read: text =>
      quietly(() =>
        stepped(printedPlaceholders(manyNames, { before: manySent, after: namedInTurn(text), holders: [] })),
      ),
  },
  { name: 'restoring code', limit: answer, grammars, read: text => stepped(restorerOf(true).restoring(named(text))) },
  { name: 'restoring prose', limit: answer, grammars, read: text => stepped(restorerOf(false).restoring(named(text))) },
  {
    name: 'restoring beside what was sent',
    limit: answer,
    grammars,
    read: text =>
      stepped(
        new Restorer(placeholders, { texts: [named(text)], own: [named(text)], isCode: true }).restoring(
          `fetch(${name})`,
        ),
      ),
  },
  { name: 'restoring a stream', limit: answer, grammars, read: text => streamed(named(text)) },
  {
    name: 'marks of hidden characters',
    limit: 100_000,
    grammars: ['lines', 'marks'],
    read: async text => (await inSteps(hiddenMarksFor([text]), pace))?.restore(text),
  },
];
