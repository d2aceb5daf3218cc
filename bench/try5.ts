import { answer, bareQuestion, stackedLayers } from './layers/stackedLayers.ts';
const ask = stackedLayers(() => Promise.resolve(answer));
for (let i = 0; i < 200_000; i++) await ask(bareQuestion());
