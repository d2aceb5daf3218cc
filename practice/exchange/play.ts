import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Frame } from '../wires/wire.ts';
import type { Fault } from './fault.ts';
import { closeSocket } from './socket.ts';

/** How fast an answer comes. */
export interface Pace {
  readonly firstTokenMs: number;
  readonly chunkMs: number;
}

/** Where an answer is played, how fast, and what goes wrong meanwhile. */
export interface Stage {
  readonly response: ServerResponse;
  readonly pace: Pace;
  /** The fault that is in force. */
  readonly fault: Fault | undefined;
  /** Aborts when the client has left. */
  readonly gone: AbortSignal;
}

const DEFAULT_AFTER_CHUNKS = 3;

/**
 * Sends an answer's events one by one, and the fault that is in force: `stall`, `cut` and `invalid-json` strike after
 * their number of chunks, or after the last one of a shorter answer. Rejects when `gone` aborts.
 */
export async function play(frames: readonly Frame[], { response, pace, fault, gone }: Stage): Promise<void> {
  const strikeAt = placeOfFault(frames, fault?.options.afterChunks ?? DEFAULT_AFTER_CHUNKS);
  let chunks = 0;
  for (const [index, frame] of frames.entries()) {
    if (index === strikeAt && fault?.name === 'stall') return until(gone);
    if (index === strikeAt && fault?.name === 'cut') break;
    if (frame.isContent) {
      await pause(chunks === 0 ? pace.firstTokenMs : pace.chunkMs, gone);
      chunks += 1;
    }
    const isMalformed = index === strikeAt && fault?.name === 'invalid-json';
    await write(response, isMalformed ? malformed(frame.bytes) : frame.bytes, gone);
  }
  response.end();
}

/**
 * Sends an answer's body in one piece, and the fault that is in force: `stall` and `cut` strike in the middle,
 * `invalid-json` sends half of it as if it were all.
 */
export async function playBody(body: string, { response, pace, fault, gone }: Stage): Promise<void> {
  await pause(pace.firstTokenMs, gone);
  const bytes = Buffer.from(body);
  const half = bytes.subarray(0, bytes.length / 2);
  const isInvalid = fault?.name === 'invalid-json';
  response.setHeader('content-length', isInvalid ? half.length : bytes.length);
  if (fault?.name === 'stall' || fault?.name === 'cut') {
    await write(response, half, gone);
    if (fault.name === 'stall') return until(gone);
    closeSocket(response.socket, 'end');
    return;
  }
  response.end(isInvalid ? half : bytes);
}

/** Waits; rejects at once when `gone` aborts. */
export async function pause(delayMs: number, gone: AbortSignal): Promise<void> {
  gone.throwIfAborted();
  if (delayMs > 0) await sleep(delayMs, undefined, { signal: gone });
}

/** Stays until `gone` aborts: for a server that never answers. */
export async function until(gone: AbortSignal): Promise<void> {
  if (!gone.aborted) await once(gone, 'abort');
}

function placeOfFault(frames: readonly Frame[], afterChunks: number): number {
  const places = frames.flatMap(({ isContent }, index) => (isContent ? [index] : []));
  const last = places.at(-1);
  return places[afterChunks] ?? (last === undefined ? frames.length - 1 : last + 1);
}

function malformed(bytes: string): string {
  const line = bytes.trimEnd();
  return `${line.slice(0, line.lastIndexOf('{') + 1)}\n\n`;
}

async function write(response: ServerResponse, bytes: string | Buffer, gone: AbortSignal): Promise<void> {
  gone.throwIfAborted();
  if (!response.write(bytes)) await once(response, 'drain', { signal: gone });
}
