import { streaming, type Play } from '../../stage/replies.ts';
import type { Wire } from '../../stage/wires.ts';

/** An event that carries this; a text as it stands. */
export const event = (data: unknown): string => `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;

/** The headers of a chunked event stream. */
export const streamHead = { 'content-type': 'text/event-stream', 'transfer-encoding': 'chunked' };

/** The healthy answer with an event of this kind put in after its begin. */
export const withEvent = (strange: (wire: Wire) => string): Play =>
  streaming(wire => {
    const [first = '', ...rest] = wire.events(wire.payloads()).split(/(?<=\n\n)/);
    return [first, strange(wire), ...rest];
  });
