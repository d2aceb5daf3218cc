import { createOpenAI } from '@ai-sdk/openai';
import { ChatOpenAI } from '@langchain/openai';
import { streamText } from 'ai';
import { ask as asking } from '../../src/assist/ask.ts';
import { bareSdk } from '../support/bareSdk.ts';
import { asker, household } from '../support/household.ts';
import { questionOf } from '../support/questions.ts';
import type { WireName } from '../support/streams.ts';
import { turns } from './turns.ts';

/** Reads a whole stream; gives its text. */
type Reader = () => Promise<string>;

let asked = 0;

/** CPU time, ms, of reading an answer of 2 000 pieces ('short') and of 20 000 ('long'), by who reads it. */
export async function growth(
  wire: WireName,
  short: string,
  long: string,
): Promise<Readonly<Record<string, readonly number[]>>> {
  const sides = Object.entries(readersOf(wire)).flatMap(([name, reader]) => [
    [`${name} short`, () => cpuOf(reader(short), 2_000)],
    [`${name} long`, () => cpuOf(reader(long), 20_000)],
  ]);
  return turns(Object.fromEntries(sides) as Readonly<Record<string, () => Promise<number>>>, { rounds: 5, warmUp: 2 });
}

async function cpuOf(read: Reader, pieces: number): Promise<number> {
  const before = process.cpuUsage();
  const text = await read();
  const { user, system } = process.cpuUsage(before);
  if (text.length < 7 * pieces) throw new Error(`only ${text.length} characters of ${pieces} pieces came`);
  return (user + system) / 1000;
}

function readersOf(wire: WireName): Readonly<Record<string, (url: string) => Reader>> {
  const question = () => questionOf(asking, (asked += 1), { onEvent: () => undefined });
  const ours = {
    Steadfast: (url: string) => () => asker(household(wire, url))(question(), () => undefined),
    SDK: (url: string) => () => bareSdk(wire, url)(question(), () => undefined),
  };
  return wire === 'anthropic' ? ours : { ...ours, 'AI SDK': aiSdk, LangChain: langChain };
}

const aiSdk =
  (baseURL: string): Reader =>
  async () => {
    const model = createOpenAI({ baseURL, apiKey: 'sk-bench-0123456789' }).chat('bench-model');
    let text = '';
    for await (const piece of streamText({ model, prompt: 'question', maxRetries: 0 }).textStream) text += piece;
    return text;
  };

const langChain =
  (baseURL: string): Reader =>
  async () => {
    const model = new ChatOpenAI({
      model: 'bench-model',
      apiKey: 'sk-bench-0123456789',
      maxRetries: 0,
      configuration: { baseURL },
    });
    let text = '';
    for await (const piece of await model.stream('question')) text += piece.text;
    return text;
  };
