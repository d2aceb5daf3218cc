import { createOpenAI } from '@ai-sdk/openai';
import { ChatOpenAI } from '@langchain/openai';
import { streamText } from 'ai';
import { ask as asking } from '../../src/assist/tasks/ask.ts';
import { turns } from '../harness/turns.ts';
import { bareSdk, type Asker } from '../support/bareSdk.ts';
import { asker, household } from '../support/household.ts';
import { longQuestionOf } from '../support/questions.ts';
import type { WireName } from '../support/streams.ts';

/** Reads a whole stream; gives its text. */
type Reader = () => Promise<string>;

let asked = 0;

/** CPU time, ms, of reading an answer of 2 000 pieces ('short') and of 20 000 ('long'), by who reads it. */
export async function growth(
  wire: WireName,
  short: string,
  long: string,
): Promise<Readonly<Record<string, readonly number[]>>> {
  const sides = Object.entries(readersOf(wire)).flatMap(([name, readerAt]) => {
    const [ofShort, ofLong] = [readerAt(short), readerAt(long)];
    return [
      [`${name} short`, () => cpuOf(ofShort, 2_000)],
      [`${name} long`, () => cpuOf(ofLong, 20_000)],
    ];
  });
  return turns(Object.fromEntries(sides) as Readonly<Record<string, () => Promise<number>>>, { rounds: 4, warmUp: 2 });
}

async function cpuOf(read: Reader, pieces: number): Promise<number> {
  const before = process.cpuUsage();
  const text = await read();
  const { user, system } = process.cpuUsage(before);
  if (text.length < 7 * pieces) throw new Error(`only ${text.length} characters of ${pieces} pieces came`);
  return (user + system) / 1000;
}

function readersOf(wire: WireName): Readonly<Record<string, (url: string) => Reader>> {
  const reading =
    (ask: Asker): Reader =>
    () =>
      ask(longQuestionOf(asking, (asked += 1), { onEvent: () => undefined }), () => undefined);
  const ours = {
    Steadfast: (url: string) => reading(asker(household(wire, url))),
    SDK: (url: string) => reading(bareSdk(wire, url)),
  };
  return wire === 'anthropic' ? ours : { ...ours, 'AI SDK': aiSdk, LangChain: langChain };
}

function aiSdk(baseURL: string): Reader {
  const model = createOpenAI({ baseURL, apiKey: 'sk-bench-0123456789' }).chat('bench-model');
  return async () => {
    let text = '';
    for await (const piece of streamText({ model, prompt: 'question', maxRetries: 0 }).textStream) text += piece;
    return text;
  };
}

function langChain(baseURL: string): Reader {
  const configuration = { baseURL };
  const model = new ChatOpenAI({ model: 'bench-model', apiKey: 'sk-bench-0123456789', maxRetries: 0, configuration });
  return async () => {
    let text = '';
    for await (const piece of await model.stream('question')) text += piece.text;
    return text;
  };
}
