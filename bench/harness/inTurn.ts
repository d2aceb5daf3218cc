import { say } from '../../scripts/support/say.ts';
import type { Bench, Figures } from './bench.ts';

/** Runs several measurements, one after another, and gives their figures as one table. */
export async function inTurn(measurements: Readonly<Record<string, Bench>>): Promise<Figures> {
  const parts: Figures[] = [];
  for (const [name, measure] of Object.entries(measurements)) {
    say(name);
    parts.push(await measure());
  }
  return {
    preface: parts.flatMap(({ preface = [] }) => preface),
    rows: parts.flatMap(({ rows }) => rows),
    goals: parts.flatMap(({ goals }) => goals),
  };
}
