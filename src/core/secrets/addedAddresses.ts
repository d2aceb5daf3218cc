import { hostsIn, networkCallsIn, withoutComments } from './addresses.ts';

/** What speaks to somebody over the network that did not before. */
export interface AddedAddress {
  /** The call, one of a list of known ones; undefined: an address, which is no text of ours to repeat. */
  readonly name?: string;
  /** Counted from 1. */
  readonly line: number;
}

/** So many of a kind are looked for again. */
const mostTold = 5;

/** The calls over the network and the addresses in this code that are neither in the code before nor in the user's words. */
export function addedAddresses(code: string, known: string): readonly AddedAddress[] {
  const answered = withoutComments(code);
  const [hosts, calls] = [hostsIn(known), networkCallsIn(known)];
  const names = [...networkCallsIn(answered)].filter(call => !calls.has(call)).slice(0, mostTold);
  const addresses = [...hostsIn(answered)].filter(host => !hosts.has(host)).slice(0, mostTold);
  return [
    ...names.map(name => ({ name, line: lineOf(answered, name) })),
    ...addresses.map(host => ({ line: lineOf(answered, host) })),
  ];
}

/** The line, counted from 1, in which it stands first; of an address that is written in pieces the first line. */
function lineOf(code: string, name: string): number {
  const at = code.toLowerCase().indexOf(name);
  return at < 0 ? 1 : code.slice(0, at).split('\n').length;
}
