import { test } from 'node:test';
import { simulate } from './simulate.ts';

test('every rule of the core holds also when a second server is asked beside a slow first one', async context => {
  await simulate('hedged', context);
});
