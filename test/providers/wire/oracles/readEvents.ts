import { _iterSSEMessages as anthropicEvents } from '@anthropic-ai/sdk/core/streaming';
import { createParser } from 'eventsource-parser';
import { _iterSSEMessages as openaiEvents } from 'openai/core/streaming';
import { EventStream } from '../../../../src/providers/wire/eventStream.ts';

/** An event as every reader tells it; '' where it has no name or no id. */
export interface ToldEvent {
  readonly name: string;
  readonly data: string;
  readonly id: string;
}

/** What our own reader makes of a text that comes in these pieces; it tells no id. */
export function ourEvents(pieces: readonly string[]): readonly ToldEvent[] {
  const stream = new EventStream();
  const events: ToldEvent[] = [];
  for (const piece of pieces) {
    stream.push(piece);
    for (let event = stream.next(); event; event = stream.next()) events.push({ ...event, id: '' });
  }
  return [...events, ...stream.end().map(event => ({ ...event, id: '' }))];
}

/** What eventsource-parser makes of a text. */
export function parserEvents(text: string): readonly ToldEvent[] {
  const events: ToldEvent[] = [];
  const parser = createParser({
    onEvent: ({ event = '', data, id = '' }) => void events.push({ name: event, data, id }),
  });
  parser.feed(text);
  return events;
}

/** What the reader inside an SDK makes of a text; it tells no id. */
export async function sdkEvents(sdk: 'openai' | 'anthropic', text: string): Promise<readonly ToldEvent[]> {
  const read = sdk === 'openai' ? openaiEvents : anthropicEvents;
  const events: ToldEvent[] = [];
  for await (const { event, data } of read(new Response(text), new AbortController())) {
    events.push({ name: event ?? '', data, id: '' });
  }
  return events;
}
