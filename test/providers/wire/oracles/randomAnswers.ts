import type { WireName } from '../../wire.ts';
import type { Chance } from './chance.ts';

/** The stream of an answer as a server of this wire may write it, with none, one or some things wrong. */
export function randomAnswer(wire: WireName, chance: Chance): string {
  const events = wire === 'openai' ? openaiEvents(chance) : anthropicEvents(chance);
  for (let faults = chance.below(3); faults > 0; faults -= 1) {
    const at = chance.below(events.length + 1);
    const fault = chance.below(8);
    if (fault === 0) events.splice(at, 1);
    else if (fault === 1) events.splice(at, 0, chance.pick(strange[wire]));
    else if (fault === 2) events.splice(at, 0, ...events.slice(at, at + 1));
    else if (fault === 3) events.length = at;
    else if (fault === 4) events.splice(at, 0, ': waiting\n\n');
    else events.splice(at, 0, chance.pick(harmless[wire]));
  }
  const text = events.join('');
  const ended = chance.below(6) === 0 ? text.slice(0, chance.below(text.length + 1)).toWellFormed() : text;
  return chance.below(8) === 0 ? ended.replaceAll('\n', '\r\n') : ended;
}

const reasons: Readonly<Record<WireName, readonly string[]>> = {
  openai: ['stop', 'stop', 'stop', 'length', 'content_filter', 'error', 'abort', 'quite_new'],
  anthropic: ['end_turn', 'end_turn', 'end_turn', 'stop_sequence', 'max_tokens', 'refusal', 'quite_new'],
};

/** Pieces of text of which no two are equal, so that no answer says the same line for ever. */
const texts = (chance: Chance): readonly string[] =>
  Array.from({ length: chance.below(5) }, (_, at) => `${chance.pick(['It', ' adds', '\nä', '😀', '```ts\n'])}${at} `);

const chunk = (delta: object, finish_reason: string | null = null): string =>
  data({ id: 'c', model: 'm', choices: [{ index: 0, delta, finish_reason }] });

function openaiEvents(chance: Chance): string[] {
  return [
    ...(chance.below(2) === 0 ? [chunk({ role: 'assistant', content: '' })] : []),
    ...(chance.below(4) === 0 ? [chunk({ reasoning_content: 'Hm.' })] : []),
    ...texts(chance).map(content => chunk({ content })),
    chunk({}, chance.pick(reasons.openai)),
    ...(chance.below(2) === 0 ? [data({ choices: [], usage: { prompt_tokens: 4, completion_tokens: 5 } })] : []),
    'data: [DONE]\n\n',
  ];
}

function anthropicEvents(chance: Chance): string[] {
  return [
    named('message_start', { message: { model: 'm', usage: { input_tokens: 4, output_tokens: 1 } } }),
    named('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }),
    ...texts(chance).map(text => named('content_block_delta', { index: 0, delta: { type: 'text_delta', text } })),
    named('content_block_stop', { index: 0 }),
    named('message_delta', {
      delta: { stop_reason: chance.pick(reasons.anthropic) },
      usage: { output_tokens: 5 },
    }),
    named('message_stop'),
  ];
}

const data = (json: object): string => `data: ${JSON.stringify(json)}\n\n`;
const named = (type: string, json: object = {}): string => `event: ${type}\n${data({ type, ...json })}`;

const failed = { type: 'overloaded_error', message: 'Overloaded' };

/** What says or is a failure. */
const strange: Readonly<Record<WireName, readonly string[]>> = {
  openai: [
    data({ error: { message: 'boom', code: 500 } }),
    `event: error\ndata: {"message":"boom"}\n\n`,
    'data: {"choices":[{"ind\n\n',
    'data: not json\n\n',
    'upstream connect error\n\n',
  ],
  anthropic: [
    named('error', { error: failed }),
    data({ type: 'error', error: failed }),
    `event: error\ndata: boom\n\n`,
    'event: content_block_delta\ndata: {"type":"cont\n\n',
    'upstream connect error\n\n',
  ],
};

/** What means nothing. */
const harmless: Readonly<Record<WireName, readonly string[]>> = {
  openai: [
    'data:\n\n',
    'data: [DONE] \n\n',
    'data: null\n\n',
    data({ choices: [] }),
    data({ choices: [{ index: 1, delta: { content: 'other' }, finish_reason: 'stop' }] }),
    'event: x\n\n',
  ],
  anthropic: [
    named('ping'),
    'event: ping\ndata: ok\n\n',
    'data:\n\n',
    'data: [DONE]\n\n',
    named('quite_new'),
    data({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'unnamed ' } }),
    'event: x\n\n',
  ],
};
