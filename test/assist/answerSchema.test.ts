import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assistances } from '../../src/assist/tasks/all.ts';
import { objectOf, someText, textOrNull } from '../../src/assist/answerSchema.ts';
import { asList, asObject } from '../../src/providers/errors/json.ts';
import { contextOf } from './context.ts';

/** Every schema within a schema, itself included. */
function within(schema: unknown): readonly Readonly<Record<string, unknown>>[] {
  const object = asObject(schema);
  if (!object) return [];
  const properties = Object.values(asObject(object['properties']) ?? {});
  return [object, ...[object['items'], ...properties, ...asList(object['anyOf'])].flatMap(within)];
}

const schemas = Object.values(assistances).flatMap(({ task, expects }) => {
  const schema = expects?.(contextOf({ code: '' })).json?.schema;
  return schema ? [{ task, ...schema }] : [];
});

test('what may be missing is null, and all is required', () => {
  assert.deepEqual(objectOf({ quote: someText, fix: textOrNull }), {
    type: 'object',
    properties: { quote: { type: 'string' }, fix: { type: ['string', 'null'] } },
    required: ['quote', 'fix'],
    additionalProperties: false,
  });
});

test('every task that wants data has a schema', () => {
  assert.deepEqual(schemas.map(({ task }) => task).sort(), ['rename', 'review', 'reviewChanges', 'reviewCommit']);
});

// strict schemas are refused whole for one property that is not required
for (const { task, name, schema } of schemas) {
  test(`the schema of ${task} is one that strict providers take`, () => {
    assert.match(name, /^[\w-]{1,64}$/);
    assert.equal(schema['type'], 'object');
    for (const each of within(schema)) {
      if (each['type'] !== 'object') continue;
      assert.equal(each['additionalProperties'], false);
      assert.deepEqual(each['required'], Object.keys(asObject(each['properties']) ?? {}));
    }
  });
}
