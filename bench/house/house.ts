import path from 'node:path';
import { say } from '../../scripts/support/say.ts';
import type { Figures } from '../harness/bench.ts';
import { buildContest } from '../support/builtContest.ts';
import { packed, type Packed } from '../support/packed.ts';
import { startStreamServer } from '../support/streamServer.ts';
import { activation } from './activation.ts';
import { bundle } from './bundle.ts';
import { calls } from './calls.ts';
import { chunks } from './chunks.ts';
import { requiring } from './requiring.ts';

/** What the house itself costs: to install, to start, to ask through. P1, P4, P5, P10, P11. */
export async function house(): Promise<Figures> {
  const extension = await packed();
  try {
    return joined([bundle(extension), ...(await starting(extension)), ...(await asking())]);
  } finally {
    await extension.remove();
  }
}

async function starting(extension: Packed): Promise<readonly Figures[]> {
  say('requiring the bundle');
  const required = await requiring(extension);
  say('starting VS Code twenty times');
  return [required, await activation(extension)];
}

async function asking(): Promise<readonly Figures[]> {
  const contest = await buildContest(path.join(import.meta.dirname, 'houseProcess.ts'));
  const server = await startStreamServer();
  try {
    say('asking, beside the bare SDKs');
    return [await calls(contest, server), await chunks(contest, server)];
  } finally {
    server.stop();
    await contest.remove();
  }
}

const joined = (parts: readonly Figures[]): Figures => ({
  rows: parts.flatMap(({ rows }) => rows),
  goals: parts.flatMap(({ goals }) => goals),
});
