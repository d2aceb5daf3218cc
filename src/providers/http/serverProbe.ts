import { lookup } from 'node:dns/promises';
import { connect, type PeerCertificate, type TLSSocket } from 'node:tls';
import { unlessAborted } from '../../core/model/clock.ts';
import type { Address } from './address.ts';
import { networkFailure } from './networkFailure.ts';

const nothingSent = { sent: 'no', status: undefined } as const;

/** How many addresses of each family the host of an address has. Rejects with a Failure, and with the signal's reason. */
export async function lookUpHost(
  address: Address,
  signal: AbortSignal,
): Promise<{ readonly ipv4: number; readonly ipv6: number }> {
  try {
    const found = await unlessAborted(lookup(address.host, { all: true }), signal);
    const ipv4 = found.filter(({ family }) => family === 4).length;
    return { ipv4, ipv6: found.length - ipv4 };
  } catch (error) {
    throw signal.aborted ? error : networkFailure(error, address, nothingSent);
  }
}

/** A certificate as a server has shown it, and found good. */
export interface ShownCertificate {
  /** 'TLSv1.3'. */
  readonly protocol: string;
  readonly issuer: string;
  readonly daysLeft: number;
}

/** Milliseconds of a day. */
const dayMs = 86_400_000;

/**
 * Begins TLS with a server and ends it again; no byte of HTTP is sent. The certificate is judged even where Node's own switch lets
 * every certificate through. Rejects with a Failure, and with the signal's reason.
 */
export async function readCertificate(
  address: Address,
  wallMs: number,
  signal: AbortSignal,
): Promise<ShownCertificate> {
  const { host, port } = address;
  const isName = !/^[\d.]+$|:/.test(host);
  const socket = connect({ host, port, ...(isName && { servername: host }), rejectUnauthorized: false });
  try {
    await unlessAborted(secured(socket), signal);
    if (!socket.authorized) throw Object.assign(new Error('certificate'), { code: codeOfFault(socket) });
    const { issuer, valid_to: end } = socket.getPeerCertificate();
    const daysLeft = Math.floor((Date.parse(end) - wallMs) / dayMs);
    return { protocol: socket.getProtocol() ?? '', issuer: issuerName(issuer), daysLeft };
  } catch (error) {
    throw signal.aborted ? error : networkFailure(error, address, nothingSent);
  } finally {
    socket.destroy();
  }
}

function secured(socket: TLSSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('secureConnect', resolve);
    socket.on('error', reject); // also later ones: nobody else hears them
    socket.once('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
  });
}

/** Node says a code here, where its types say an Error. */
function codeOfFault({ authorizationError: fault }: TLSSocket): string {
  const code: unknown = fault instanceof Error && 'code' in fault ? fault.code : fault;
  return typeof code === 'string' ? code : 'CERT_UNTRUSTED';
}

/** One field may hold several values. */
function issuerName(issuer: PeerCertificate['issuer'] | undefined): string {
  const fields: Readonly<Record<string, unknown>> = { ...issuer };
  const [name = ''] = [fields['O'], fields['CN']].flat().filter(each => typeof each === 'string');
  return name;
}
