import { addedAddresses } from '../../../src/core/secrets/addedAddresses.ts';
import { addressesIn, hostsIn, networkCallsIn, statementsIn } from '../../../src/core/secrets/addresses.ts';
import { placeholderMoves } from '../../../src/core/secrets/placeholderMoves.ts';
import { copiesOf, holdersIn } from '../../../src/core/secrets/secretHolders.ts';
import { printedPlaceholders } from '../../../src/core/secrets/printedPlaceholders.ts';
import { Placeholders } from '../../../src/core/secrets/placeholders.ts';
import { Restorer } from '../../../src/core/secrets/restorer.ts';
import { RestoreStream } from '../../../src/core/secrets/restoreStream.ts';
import { pace } from '../../../src/interaction/platform/pace.ts';
import { inSteps } from '../../../src/core/shared/steps.ts';
import { hiddenMarksFor } from '../../../src/core/unicode/hiddenMarks.ts';
import type { ForeignReader } from './foreignReader.ts';

const code = 'const token = "key_a1";';
const placeholders = new Placeholders([{ text: code, findings: [{ start: 15, end: 21, kind: 'key' }] }]);
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

const grammars = ['calls', 'markdown', 'lines', 'code'];
const answer = 64_000;

/** Readers that put secrets back, or look for where they would go. */
export const secretReaders: readonly ForeignReader[] = [
  { name: 'hosts', limit: 100_000, grammars, read: hostsIn },
  { name: 'calls over the network', limit: 100_000, grammars, read: networkCallsIn },
  { name: 'statements', limit: answer, grammars, read: statementsIn },
  { name: 'addresses', limit: answer, grammars, read: addressesIn },
  { name: 'added addresses', limit: answer, grammars, read: text => addedAddresses(text, text.slice(0, 1_000)) },
  { name: 'places of placeholders', limit: answer, grammars, read: text => placeholders.placesIn(named(text)) },
  {
    name: 'moves of placeholders',
    limit: answer,
    grammars,
    read: text => placeholderMoves([name], { before: masked, after: named(text) }),
  },
  {
    name: 'secrets that are printed',
    limit: answer,
    grammars: [...grammars, 'prints'],
    read: text => printedPlaceholders([name], { before: masked, after: named(text), holders: [] }),
  },
  {
    name: 'copies of what holds secrets',
    limit: answer,
    grammars: [...grammars, 'prints'],
    read: text => copiesOf(holdersIn([name], masked), text),
  },
  { name: 'restoring code', limit: answer, grammars, read: text => restorerOf(true).restore(named(text)) },
  { name: 'restoring prose', limit: answer, grammars, read: text => restorerOf(false).restore(named(text)) },
  {
    name: 'restoring beside what was sent',
    limit: answer,
    grammars,
    read: text =>
      new Restorer(placeholders, { texts: [named(text)], own: [named(text)], isCode: true }).restore(`fetch(${name})`),
  },
  { name: 'restoring a stream', limit: answer, grammars, read: text => streamed(named(text)) },
  {
    name: 'marks of hidden characters',
    limit: 100_000,
    grammars: ['lines', 'marks'],
    read: async text => (await inSteps(hiddenMarksFor([text]), pace))?.restore(text),
  },
];
