import { playOutage, warmUp } from './chaos/outage.ts';
await warmUp();
console.log(await playOutage('503', 1));
