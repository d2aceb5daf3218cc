import { parserEvents, sdkEvents, type ToldEvent } from './readEvents.ts';

/** Another reader of event streams, and where ours means to differ from it. */
export interface EventOracle {
  readonly name: string;
  readonly read: (text: string) => readonly ToldEvent[] | Promise<readonly ToldEvent[]>;
  readonly differences: readonly EventDifference[];
}

/** A difference that is meant: what makes the two alike again, and why they are not. */
export interface EventDifference {
  readonly reason: string;
  /** What the other one has to be given, that it tells what we tell. */
  readonly theirs?: (text: string) => string;
  /** What has to be made of that which the other one tells. */
  readonly told?: (events: readonly ToldEvent[]) => readonly ToldEvent[];
  /** What both are given, because the other one knows nothing of it. */
  readonly both?: (text: string) => string;
  /** What is compared of both. */
  readonly compared?: (events: readonly ToldEvent[]) => readonly ToldEvent[];
}

const unfinished: EventDifference = {
  reason:
    'Servers end a body behind their last event without its blank line; the standard drops that event, ours tells it.',
  theirs: text => `${text}\n\n`,
};

const errorField: EventDifference = {
  reason:
    'llama.cpp of before ggml-org/llama.cpp#16109 writes its failure as a field `error:`; the standard knows no such field.',
  theirs: text => text.replace(/(^|[\r\n])error:/g, '$1event: error\ndata:'),
};

const sentTwice: EventDifference = {
  reason: 'Gateways send an event again with its id; the standard leaves that to the reader of events.',
  told: withoutRepeats,
};

const noIds: EventDifference = {
  reason: 'The reader of the SDK knows no ids, so that nothing is sent twice for it.',
  both: text => text.replace(/(^|[\r\n])id(?=[:\r\n]|$)/g, '$1: id'),
};

const markInside: EventDifference = {
  reason: 'The SDK drops a byte order mark before every line; the standard drops the one before the stream.',
  theirs: text => text.replaceAll('\ufeff', '\u2060'),
};

const nothingInside: EventDifference = {
  reason: 'The SDK tells an event that has a name and no data; by the standard it is none, and nothing is in it.',
  compared: events => events.filter(({ data }) => data !== ''),
};

export const eventOracles: readonly EventOracle[] = [
  { name: 'eventsource-parser', read: parserEvents, differences: [unfinished, errorField, sentTwice] },
  {
    name: 'the OpenAI SDK',
    read: text => sdkEvents('openai', text),
    differences: [errorField, noIds, markInside, nothingInside],
  },
  {
    name: 'the Anthropic SDK',
    read: text => sdkEvents('anthropic', text),
    differences: [unfinished, errorField, noIds, markInside, nothingInside],
  },
];

/**
 * Without an event that has the id and the data of the one before, where there were two ids or the next event has another,
 * until an id stands with other data or comes again after another event.
 */
function withoutRepeats(events: readonly ToldEvent[]): readonly ToldEvent[] {
  const isLied = (before: readonly ToldEvent[], { id, data }: ToldEvent): boolean => {
    const same = before.flatMap((each, at) => (id !== '' && each.id === id ? [at] : []));
    const run = before.length - 1 - before.findLastIndex(each => each.id !== id);
    return same.length > run || (run > 0 && before.at(-1)?.data !== data);
  };
  const lie = events.findIndex((event, at) => isLied(events.slice(0, at), event));
  const told = lie < 0 ? events.length : lie;
  return events.filter((event, at) => {
    const last = events[at - 1];
    const ids = new Set(events.slice(0, at).map(({ id }) => id)); // '' is none
    ids.delete('');
    const isRepeat = event.id !== '' && last?.id === event.id && last.data === event.data;
    const next = events.slice(at).find(({ id, data }) => id !== event.id || data !== event.data);
    const changes = ids.size > 1 || (next !== undefined && next.id !== '' && next.id !== event.id);
    return at >= told || !isRepeat || !changes;
  });
}
