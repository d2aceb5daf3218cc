import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rename } from '../../../src/assist/tasks/rename.ts';
import { saidOf } from './saidOf.ts';

const around = 'const cartTotal = unitPrice * itemCount + shippingCost - memberDiscount;\n';
const symbol = (name: string) => ({ name, kind: 'Variable' });

test('a name that is written otherwise than its neighbours is given in their style', async () => {
  const context = { code: 'const tax_rate = 0.2;\n', before: around, symbol: symbol('tax_rate') };
  const { text, draft } = await saidOf(rename, context);
  assert.match(text, /Most names around ` tax_rate ` are written in camel\. In that style it would be ` taxRate `/);
  assert.equal(draft, undefined);
});

test('where it is written as its neighbours, that a better one takes a model is said, and nothing is suggested', async () => {
  const { text, draft } = await saidOf(rename, {
    code: 'const taxRate = 1;\n',
    before: around,
    symbol: symbol('taxRate'),
  });
  assert.match(text, /Nothing in the way ` taxRate ` is written stands out[^]*takes a model/);
  assert.equal(draft, undefined);
});

test('a constant in capitals is not odd, nor a name between few others', async () => {
  const capitals = await saidOf(rename, { code: 'const TAX_RATE = 1;\n', before: around, symbol: symbol('TAX_RATE') });
  assert.doesNotMatch(capitals.text, /In that style/);
  const few = await saidOf(rename, { code: 'const tax_rate = unitPrice;\n', symbol: symbol('tax_rate') });
  assert.doesNotMatch(few.text, /In that style/);
});

test('a name that is taken is not suggested', async () => {
  const context = { code: 'const tax_rate = taxRate;\n', before: around, symbol: symbol('tax_rate') };
  assert.doesNotMatch((await saidOf(rename, context)).text, /In that style/);
});
