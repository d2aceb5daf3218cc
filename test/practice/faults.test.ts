import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Practice } from '../../practice/server.ts';
import { post, started } from './started.ts';

const wires = ['openai', 'anthropic'] as const;
const endMark = { openai: 'data: [DONE]', anthropic: 'event: message_stop' };

for (const wire of wires) {
  test(`${wire}: down refuses connections, the other provider answers, heal opens the same port`, async t => {
    const practice = await started(t);
    const other = wire === 'openai' ? 'anthropic' : 'openai';
    practice.fault(wire, 'down');
    assert.equal(await codeOf(post(practice, wire)), 'ECONNREFUSED');
    assert.equal((await text(practice, other)).status, 200);
    practice.heal(wire);
    assert.ok((await text(practice, wire)).body.includes(endMark[wire]));
  });

  test(`${wire}: down closes the connection of an answer that is being streamed`, async t => {
    const practice = await started(t);
    practice.fault(wire, 'stall');
    const response = await post(practice, wire);
    practice.fault(wire, 'down');
    await assert.rejects(response.text());
    assert.equal(practice.requests[0]?.closedByClientAtMs, undefined);
  });

  test(`${wire}: reset breaks the connection before any header`, async t => {
    const practice = await started(t);
    practice.fault(wire, 'reset');
    assert.equal(await codeOf(post(practice, wire)), 'ECONNRESET');
  });

  test(`${wire}: hang accepts the request and never answers`, async t => {
    const practice = await started(t);
    practice.fault(wire, 'hang');
    const outcome = await Promise.race([post(practice, wire).then(() => 'answered'), arrived(practice)]);
    assert.equal(outcome, 'arrived');
  });

  for (const stream of [true, false]) {
    const how = stream ? 'streamed' : 'whole';
    test(`${wire}: silent sends headers and nothing more (${how})`, async t => {
      const practice = await started(t);
      practice.fault(wire, 'silent');
      const response = await post(practice, wire, { stream });
      assert.equal(response.status, 200);
      assert.deepEqual(await arriving(response, ''), { text: '', ended: false });
    });

    test(`${wire}: stall sends a part and keeps the connection open (${how})`, async t => {
      const practice = await started(t);
      practice.fault(wire, 'stall', { afterChunks: 2 });
      const { text: part, ended } = await arriving(await post(practice, wire, { stream }), stream ? ' two' : '{');
      assert.deepEqual([ended, part.includes(' ten')], [false, false]);
    });

    test(`${wire}: invalid JSON is sent with status 200 (${how})`, async t => {
      const practice = await started(t);
      practice.fault(wire, 'invalid-json', { afterChunks: 2 });
      const { status, body } = await text(practice, wire, { stream });
      const payloads = stream ? [...body.matchAll(/^data: (\{.*)$/gm)].map(match => match[1] ?? '') : [body];
      assert.deepEqual([status, payloads.filter(payload => !isJson(payload)).length], [200, 1]);
    });
  }

  test(`${wire}: cut ends a stream cleanly after its chunks, without the end mark`, async t => {
    const practice = await started(t);
    practice.fault(wire, 'cut', { afterChunks: 3 });
    const { body } = await text(practice, wire);
    assert.deepEqual([saidIn(body), body.includes(endMark[wire])], ['one two three', false]);
  });

  test(`${wire}: cut strikes a short answer before its end mark too`, async t => {
    const practice = await started(t);
    practice.fault(wire, 'cut', { afterChunks: 500 });
    const { body } = await text(practice, wire);
    assert.ok(saidIn(body).endsWith('ten') && !/"(end_turn|stop)"/.test(body));
  });

  test(`${wire}: cut ends a whole body half-way`, async t => {
    const practice = await started(t);
    practice.fault(wire, 'cut');
    await assert.rejects((await post(practice, wire, { stream: false })).text());
  });

  test(`${wire}: rate-limit says when to come back and that nothing is left`, async t => {
    const practice = await started(t);
    practice.fault(wire, 'rate-limit', { retryAfterSeconds: 7 });
    const { status, headers } = await post(practice, wire);
    const left = headers.get(
      wire === 'openai' ? 'x-ratelimit-remaining-requests' : 'anthropic-ratelimit-requests-remaining',
    );
    assert.deepEqual([status, headers.get('retry-after'), left], [429, '7', '0']);
  });

  test(`${wire}: an error has the shape of the wire and a request id`, async t => {
    const practice = await started(t);
    practice.fault(wire, 'server-error');
    const response = await post(practice, wire);
    const body = (await response.json()) as Record<string, unknown>;
    const id = response.headers.get(wire === 'openai' ? 'x-request-id' : 'request-id');
    assert.deepEqual(Object.keys(body), wire === 'openai' ? ['error'] : ['type', 'error', 'request_id']);
    assert.match(id ?? '', /^req_practice_/);
    if (wire === 'anthropic') assert.equal(body['request_id'], id);
  });

  test(`${wire}: slow sends the whole answer, later`, async t => {
    const practice = await started(t);
    practice.fault(wire, 'slow', { firstTokenMs: 30, chunkMs: 1 });
    assert.ok(saidIn((await text(practice, wire)).body).endsWith('ten'));
  });

  test(`${wire}: empty is a well-formed answer without text`, async t => {
    const practice = await started(t);
    practice.fault(wire, 'empty');
    const { body } = await text(practice, wire);
    assert.deepEqual([saidIn(body), body.includes(endMark[wire])], ['', true]);
  });

  test(`${wire}: html is a login page with status 200`, async t => {
    const practice = await started(t);
    practice.fault(wire, 'html');
    const response = await post(practice, wire);
    assert.deepEqual([response.status, response.headers.get('content-type')], [200, 'text/html; charset=utf-8']);
  });

  test(`${wire}: a fault with a number of times heals by itself`, async t => {
    const practice = await started(t);
    practice.fault(wire, 'server-error', { times: 2 });
    const statuses = [await text(practice, wire), await text(practice, wire), await text(practice, wire)];
    assert.deepEqual(
      statuses.map(({ status }) => status),
      [500, 500, 200],
    );
  });
}

async function text(practice: Practice, wire: 'openai' | 'anthropic', more: object = {}) {
  const response = await post(practice, wire, more);
  return { status: response.status, body: await response.text() };
}

/** The text that a stream's events carry, on either wire. */
function saidIn(body: string): string {
  return [...body.matchAll(/"(?:content|text)":"([^"]*)"/g)].map(match => match[1]).join('');
}

async function codeOf(failing: Promise<unknown>): Promise<string> {
  const error = await failing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(error);
}

async function arrived(practice: Practice): Promise<string> {
  while (!practice.requests.some(({ body }) => body !== '')) await new Promise(resolve => setImmediate(resolve));
  await new Promise(resolve => setTimeout(resolve, 50));
  return 'arrived';
}

/** What arrives of a body: up to some text, and then for a little while longer. */
async function arriving(response: Response, upTo: string): Promise<{ readonly text: string; readonly ended: boolean }> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const quiet = new Promise<'quiet'>(resolve => setTimeout(() => resolve('quiet'), 60));
    const next = await (text.includes(upTo) ? Promise.race([reader?.read(), quiet]) : reader?.read());
    if (next === 'quiet' || next === undefined) return { text, ended: false };
    if (next.done) return { text, ended: true };
    text += next.value;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
