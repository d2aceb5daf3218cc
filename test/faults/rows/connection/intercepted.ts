import { goodCertificate, otherCertificate } from '../../../providers/certificates.ts';
import {
  interceptedAndExpired,
  interceptedCertificate,
  interceptingAuthority,
} from '../../../providers/interceptingCertificates.ts';
import type { Interception } from '../../server/tunnel.ts';
import type { Expected, Row } from '../../stage/row.ts';
import { elsewhere, resolving, unsent } from './places.ts';

const page = '<!doctype html><title>Log in to this network</title><form><input type=password></form>';
const asHttp = (status: string, body = page, more = ''): string =>
  `HTTP/1.1 ${status}\r\ncontent-type: text/html\r\n${more}content-length: ${body.length}\r\n\r\n${body}`;

/** One that signs nothing: its last byte is another. */
const forged = interceptedCertificate.replace(
  /(.)(=*\s*-----END)/,
  (_, last: string, end: string) => `${last === 'A' ? 'B' : 'A'}${end}`,
);

interface Case {
  readonly variant: string;
  readonly proxy: Interception;
  readonly trusted?: string;
  readonly expected: Pick<Expected, 'ends' | 'code'> & Partial<Expected>;
}

/**
 * I. A proxy in between that opens what it should pass on, F26. Whoever stands there and is not trusted reads neither question nor key
 * (`withWorld` looks), the user is told once, and the next target is asked.
 */
export const interceptedRows: readonly Row[] = [
  ...(
    [
      {
        // microsoft/vscode-copilot-release #427 and #541, sublimelsp/LSP-copilot #96, di-sukharev/opencommit #258,
        // microsoft/azurechat #509: a company's inspection shows its own authority
        variant: 'an authority of its own',
        proxy: { certificate: interceptedCertificate + interceptingAuthority },
        expected: { ends: 'certificate', code: 'unknown-issuer' },
      },
      {
        // microsoft/azuredatastudio #24211, microsoft/vscode #1862 and #88887, AikidoSec/safe-chain #209: without the authority
        variant: 'an authority that it does not show',
        proxy: { certificate: interceptedCertificate },
        expected: { ends: 'certificate', code: 'unknown-issuer' },
      },
      {
        variant: 'a certificate that signs itself',
        proxy: { certificate: otherCertificate },
        expected: { ends: 'certificate', code: 'self-signed' },
      },
      {
        // microsoft/vscode-copilot-release #1201
        variant: 'an expired certificate of a trusted authority',
        proxy: { certificate: interceptedAndExpired },
        trusted: interceptingAuthority,
        expected: { ends: 'certificate', code: 'expired' },
      },
      {
        // nodejs/undici #3437, TooTallNate/proxy-agents #131: the certificate is the proxy's own
        variant: 'a trusted certificate of another host',
        proxy: { certificate: goodCertificate },
        trusted: goodCertificate,
        expected: { ends: 'certificate', code: 'wrong-host' },
      },
      {
        // microsoft/vscode #207636
        variant: 'a certificate that the trusted authority has not signed',
        proxy: { certificate: forged },
        trusted: interceptingAuthority,
        expected: { ends: 'certificate', code: 'untrusted' },
      },
      {
        variant: 'TLS of 1999',
        proxy: { certificate: interceptedCertificate, newest: 'TLSv1' },
        trusted: interceptingAuthority,
        expected: { ends: 'wrong-protocol', code: 'tls' },
      },
      {
        variant: 'TLS of 2006',
        proxy: { certificate: interceptedCertificate, newest: 'TLSv1.1' },
        trusted: interceptingAuthority,
        expected: { ends: 'wrong-protocol', code: 'tls' },
      },
      {
        variant: 'plain http in place of TLS',
        proxy: { answers: asHttp('302 Found', '', 'location: http://portal.example/\r\n') },
        expected: { ends: 'wrong-protocol', code: 'unencrypted' },
      },
      {
        // haroldtreen/epub-press-clients #20: the page of a company's proxy
        variant: 'a login page in place of TLS',
        proxy: { answers: asHttp('200 OK') },
        expected: { ends: 'wrong-protocol', code: 'unencrypted' },
      },
      {
        variant: 'a login page to CONNECT',
        proxy: { says: asHttp('200 OK') },
        expected: { ends: 'wrong-protocol', code: 'unencrypted' },
      },
      {
        variant: 'another address to CONNECT',
        proxy: { says: asHttp('302 Found', page, 'location: http://portal.example/\r\n') },
        expected: { ends: 'proxy', code: 'refused', attempts: 2 },
      },
      {
        // nodejs/undici #3442, np-maintain/global-tunnel #44
        variant: '407 with a page',
        proxy: { says: asHttp('407 Proxy Authentication Required', page, 'proxy-authenticate: NTLM\r\n') },
        expected: { ends: 'proxy', code: 'login' },
      },
      {
        variant: '511 with a page',
        proxy: { says: asHttp('511 Network Authentication Required') },
        expected: { ends: 'proxy', code: 'refused', attempts: 2 },
      },
    ] satisfies readonly Case[]
  ).map(({ variant, proxy, expected, ...more }: Case): Row => ({
    id: 'F26',
    variant,
    title: 'a proxy that opens the connection reads nothing unless it is trusted, and is named',
    wires: ['openai', 'anthropic'],
    world: { ...resolving(['127.0.0.1']), proxy, ...(more.trusted !== undefined && { trusted: more.trusted }) },
    target: elsewhere,
    alone: { ...unsent, ...expected },
    backup: { ...unsent, code: expected.code ?? '', ...(expected.attempts && { attempts: expected.attempts }) },
  })),
  {
    id: 'F26',
    variant: 'one that passes on',
    title: 'a proxy that passes on reads nothing, and the question is answered',
    wires: ['openai', 'anthropic'],
    server: { certificate: otherCertificate },
    world: { ...resolving(['127.0.0.1']), proxy: 'passes on', trusted: otherCertificate },
    target: elsewhere,
    alone: { requests: 1 },
  },
  {
    id: 'F26',
    variant: 'a login page from a trusted authority',
    title: 'a page from a proxy that is trusted is no answer, and the next target is asked',
    wires: ['openai', 'anthropic'],
    world: {
      ...resolving(['127.0.0.1']),
      proxy: { certificate: interceptedCertificate, answers: asHttp('200 OK'), isTrusted: true },
      trusted: interceptingAuthority,
    },
    target: elsewhere,
    alone: { ...unsent, ends: 'not-the-api', code: 'html' },
    backup: { ...unsent, code: 'html' },
  },
];
