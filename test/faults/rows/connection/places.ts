import type { Row } from '../../stage/row.ts';
import type { FaultWorld } from '../../stage/setting.ts';

/** The name of a server elsewhere: names resolve as the row says, and never leave this machine. */
export const cloud = 'other.example';
/** A target at this address; PORT stands for the server's. */
export const at =
  (url: string): NonNullable<Row['target']> =>
  ({ port }) => ({ baseUrl: url.replace('PORT', String(port)), loopback: url.includes('localhost') });
/** Where names have to be looked up, and connections are secure. */
export const elsewhere = at(`https://${cloud}:PORT/v1`);
export const resolving = (addresses: NonNullable<FaultWorld['resolver']>[string]): FaultWorld => ({
  resolver: { [cloud]: addresses },
});

/** It did not come to a request; nothing is owed. */
export const unsent = { requests: 0, attempts: 1 } as const;
