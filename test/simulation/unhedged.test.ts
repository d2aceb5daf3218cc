import { test } from 'node:test';
import { simulate } from './simulate.ts';

test('whatever two windows and their servers do, every rule of the core holds', async context => {
  await simulate('unhedged', context);
});
