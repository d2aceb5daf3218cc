import assert from 'node:assert/strict';

/** Holds of every text that a person reads: it says something, is not a template, and is not too long. */
export function assertReadable(text: string, maxLength: number): void {
  assert.match(text, /\S/, 'says nothing');
  assert.doesNotMatch(text, /\{\d\}|undefined|NaN|\[object/, `is not filled in: ${text}`);
  assert.ok(text.length <= maxLength, `has ${text.length} characters: ${text}`);
}
