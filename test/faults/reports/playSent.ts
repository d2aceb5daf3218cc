import { ask } from '../../../src/assist/tasks/ask.ts';
import { createQuestion } from '../../../src/assist/createQuestion.ts';
import { cutBefore } from '../../../src/assist/reading/cutBefore.ts';
import { contextOf } from '../../assist/context.ts';
import { startFaultServer } from '../server/faultServer.ts';
import { LeapingClock } from '../stage/leapingClock.ts';
import { targetOn } from '../stage/targets.ts';
import { wireOf } from '../stage/wires.ts';
import { goodServer } from './badServer.ts';
import { clientOf } from './playWire.ts';
import type { SentCase } from './reportCase.ts';

/** What of a diagnostic reaches a server, and whether all that does is whole characters. */
export async function playSent({ message, longest, code, input = 'What?' }: SentCase) {
  const clock = new LeapingClock();
  const server = await startFaultServer({ serve: goodServer(), onStir: () => clock.stir() });
  try {
    const target = targetOn('A', { wire: wireOf('openai'), port: server.port }, { model: 'model-a' });
    const diagnostics = [{ line: 3, severity: 'error' as const, message: cutBefore(message, longest, []) }];
    const question = createQuestion(ask, contextOf({ input, diagnostics, ...(code !== undefined && { code }) }), {
      clock,
      id: 'report',
      scope: 'reports',
      totalMs: 35_000,
      signal: new AbortController().signal,
      notes: () => undefined,
    });
    await clock.runUntil(clientOf([target], clock).ask(question));
    const texts = server.requests.map(({ body }) => textsOf(body)).join('\n');
    return { isWhole: texts.isWellFormed(), message: /error: ([^\n]*)/.exec(texts)?.[1] };
  } finally {
    await server.stop();
  }
}

function textsOf(body: string): string {
  const { messages } = JSON.parse(body) as { readonly messages: readonly { readonly content: string }[] };
  return messages.map(({ content }) => content).join('\n');
}
