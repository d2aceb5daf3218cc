import { answer } from './layers/stackedLayers.ts';
import { ask as asking } from '../src/assist/ask.ts';
import { householdOf, targetAt } from './support/household.ts';
import { questionOf } from './support/questions.ts';
const target = targetAt('openai', 'http://127.0.0.1:50001/v1');
const ask = householdOf([{ target, ask: () => Promise.resolve(answer) }], {
  redaction: { scan: () => Promise.resolve([]), enabled: () => true },
  judgement: { parse: () => Promise.resolve({ verdict: 'unknown' } as const) },
}).ask;
let n = 0;
for (let i = 0; i < 60; i++) {
  const qs = Array.from({ length: 500 }, () => questionOf(asking, ++n));
  for (const q of qs) await ask(q);
}
