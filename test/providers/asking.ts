import { ask, type QuestionChanges } from '../support/scripted.ts';
import type { AnswerEvent } from '../../src/core/model/answerEvent.ts';
import type { Clock } from '../../src/core/model/clock.ts';
import type { Ports } from '../../src/core/model/provider.ts';
import type { Question } from '../../src/core/model/question.ts';
import type { Target } from '../../src/core/model/target.ts';

/** Real time. */
export const clock: Clock = {
  now: () => performance.now(),
  wall: () => Date.now(),
  random: () => Math.random(),
  after(delayMs, due) {
    const timer = setTimeout(due, delayMs).unref();
    return () => clearTimeout(timer);
  },
};

/** The key that the tests send. */
export const testKey = 'sk-test-Steadfast0123456789abcdef';

/** Ports with the test key and the host's own fetch. */
export function portsWith(changes: Partial<Ports> = {}): Ports {
  return { key: () => Promise.resolve(testKey), clock, ...changes };
}

let count = 0;

/** A small question; `events` collects what it was told while it was answered. */
export function questionWith(changes: QuestionChanges = {}): Question & { readonly events: AnswerEvent[] } {
  const events: AnswerEvent[] = [];
  const { question } = ask({
    id: `q${String(++count)}`,
    request: {
      template: 'test@1',
      parts: [
        { kind: 'text', name: 'role', role: 'system', text: 'You answer briefly.', priority: 9 },
        { kind: 'text', name: 'question', role: 'user', text: 'What is this?', priority: 5 },
      ],
    },
    sampling: { maxOutputTokens: 100 },
    scope: 'test',
    until: Infinity,
    attempts: { left: 1 },
    onEvent: event => void events.push(event),
    ...changes,
  });
  return { ...question, events };
}

/** A target at an address on this machine. */
export function targetAt(provider: string, baseUrl: string, changes: Partial<Target> = {}): Target {
  return {
    id: `${provider}/asked-model`,
    label: 'Test',
    provider,
    model: 'asked-model',
    origin: new URL(baseUrl).origin,
    baseUrl,
    class: 'medium',
    auth: provider === 'anthropic' ? 'api-key' : 'bearer',
    loopback: true,
    parameters: {},
    ...changes,
  };
}
