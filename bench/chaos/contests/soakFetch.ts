import { streamOf } from '../../support/streams.ts';
import { answerText } from '../server/reply.ts';

/** What becomes of a question in the soak: half of them fail, in five ways. */
export const fates = [
  'answered',
  'refused',
  'answered after a 503',
  'cancelled before the headers',
  'answered',
  'cut after text',
  'answered after a reset',
  'stalled after text',
  'answered',
  'cancelled after text',
] as const;

export type Fate = (typeof fates)[number];

export const fateOf = (question: number): Fate => fates[question % fates.length] ?? 'answered';

type Fetch = (signal: AbortSignal, attempt: number) => Promise<Response>;

/** A server without sockets that plays this fate on the OpenAI wire; `attempt` 1, 2, … */
export function fetchOf(question: number): Fetch {
  const events = streamOf('openai', answerText(question));
  const half = events.slice(0, events.length / 2);
  const whole = () => Promise.resolve(streamed(events, 'ends'));
  switch (fateOf(question)) {
    case 'answered':
      return whole;
    case 'refused':
      return () => Promise.resolve(Response.json({ error: { message: 'No.' } }, { status: 400 }));
    case 'answered after a 503':
      return (_signal, attempt) => (attempt > 1 ? whole() : Promise.resolve(Response.json({}, { status: 503 })));
    case 'cancelled before the headers':
      return signal => unlessStopped(signal);
    case 'cut after text':
      return () => Promise.resolve(streamed(half, 'ends'));
    case 'answered after a reset':
      return (_signal, attempt) => (attempt > 1 ? whole() : Promise.reject(reset()));
    case 'stalled after text':
    case 'cancelled after text':
      return signal => Promise.resolve(streamed(half, signal));
  }
}

function streamed(events: readonly string[], then: 'ends' | AbortSignal): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(events.join('')));
      if (then === 'ends') controller.close();
      else then.addEventListener('abort', () => controller.error(new DOMException('', 'AbortError')), { once: true });
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

const unlessStopped = (signal: AbortSignal): Promise<Response> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')), { once: true });
  });

const reset = (): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
