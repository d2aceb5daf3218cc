import { networkInterfaces } from 'node:os';

/** Does this machine have any address that leads out of it? */
export const hasNetwork = (): boolean =>
  Object.values(networkInterfaces()).some(addresses => addresses?.some(({ internal }) => !internal) === true);
