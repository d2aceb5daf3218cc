import { build } from '../build/build.ts';
import { say } from '../support/say.ts';
import { findScenes, readyScene, type ReadyScene } from '../editor/scenes.ts';
import { judge, type Ending, type Judgement, type Verdict } from '../editor/verdict.ts';
import type { LaneRequest, LaneResult } from './lane.ts';

interface PlayedScene extends Judgement {
  readonly name: string;
  readonly verdict: Verdict | undefined;
}

/** Builds the extension and plays the scenes one after another, in whatever kind of editor. */
export async function playScenes(
  { only, grep }: LaneRequest,
  play: (scene: ReadyScene) => Promise<Ending>,
): Promise<LaneResult> {
  const played: PlayedScene[] = [];
  let isBuiltAsPacked: boolean | undefined;
  for (const name of findScenes().filter(name => only.length === 0 || only.includes(name))) {
    say(`scene ${name}`);
    const scene = await readyScene(name, grep);
    if (isBuiltAsPacked !== scene.isMeasured) await build({ production: scene.isMeasured });
    isBuiltAsPacked = scene.isMeasured;
    played.push(await playScene(scene, play));
  }
  return sumUp(grep === undefined ? played : played.filter(({ code }) => code !== 123));
}

async function playScene(scene: ReadyScene, play: (scene: ReadyScene) => Promise<Ending>): Promise<PlayedScene> {
  try {
    const ending = await play(scene);
    const verdict = await scene.readVerdict();
    const judgement = judge(ending, verdict);
    if (judgement.code !== 0) say(`scene ${scene.name}: ${judgement.reason}; logs are in ${scene.artifacts}`);
    return { name: scene.name, verdict, ...judgement };
  } finally {
    await scene.strike();
  }
}

function sumUp(played: readonly PlayedScene[]): LaneResult {
  if (played.length === 0) return { code: 123, words: 'no test ran' };
  const total = (count: 'passes' | 'failures' | 'pending'): number =>
    played.reduce((sum, { verdict }) => sum + (verdict?.[count] ?? 0), 0);
  const broken = played.filter(({ code, verdict }) => code !== 0 && (verdict?.failures ?? 0) === 0);
  const words = [
    `${total('passes')} passed, ${total('failures')} failed`,
    ...(total('pending') > 0 ? [`${total('pending')} pending`] : []),
    ...broken.map(({ name, reason, code }) => `scene ${name}: ${reason} (${code})`),
  ];
  const failed = played.flatMap(({ verdict }) => verdict?.failed ?? []);
  return {
    code: played.find(({ code }) => code !== 0)?.code ?? 0,
    words: words.join(', '),
    ...(failed.length > 0 && { failed }),
    failedIn: played.filter(({ code }) => code !== 0).map(({ name }) => name),
  };
}
