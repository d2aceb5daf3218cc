import type { Exchange } from '../../server/exchange.ts';
import type { Play } from '../../stage/replies.ts';
import type { Row } from '../../stage/row.ts';

/** The same server under another name: another origin, but what is sent there would be counted here. */
const elsewhere = ({ request }: Exchange): string =>
  `http://localhost:${request.headers['host']?.split(':')[1] ?? ''}/login?token=1`;

const redirecting =
  (status: number, to: (exchange: Exchange) => string): Play =>
  () =>
  exchange =>
    exchange.reply(status, { location: to(exchange) });

/** II. Redirects, F40 to F43: to another origin, with and without the prompt, to another path, and in a circle. */
export const redirectRows: readonly Row[] = [
  ...[301, 302, 303].map(redirectRow('F40', elsewhere)),
  ...[307, 308].map(redirectRow('F41', elsewhere)),
  ...[301, 308].map(redirectRow('F42', ({ request }) => `${request.path}/`)),
  ...[302, 307].map(redirectRow('F43', ({ request }) => request.path)),
];

/** A redirect is not followed: the prompt and the key were meant for one origin, and nobody else gets a request. */
function redirectRow(id: Row['id'], to: (exchange: Exchange) => string) {
  return (status: number): Row => ({
    id,
    variant: String(status),
    title: 'a redirect is named and not followed',
    serve: redirecting(status, to),
    alone: { requests: 1, ends: 'redirected' },
    backup: { requests: 1 },
    neighbour: { requests: 1, ends: 'redirected', by: 'nobody' },
  });
}
