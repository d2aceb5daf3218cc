/** Why a text cannot be an API key. */
export type KeyFault = 'empty' | 'white-space' | 'not-plain' | 'assignment' | 'masked' | 'too-long';

const longestKey = 4_096; // far above any key in use; an HTTP header line of 8 KB still holds it

/** The key in what somebody typed or pasted: without white space around it. */
export function keyIn(typed: string): string {
  return typed.trim();
}

/** Finds what is obviously wrong with a key before it is stored; undefined: nothing. Never tells any of it. */
export function keyFault(typed: string): KeyFault | undefined {
  const key = keyIn(typed);
  if (key === '') return 'empty';
  if (key.length > longestKey) return 'too-long';
  if (/^(export\s+)?[A-Z][A-Z0-9_]*=/.test(key)) return 'assignment';
  if (/\s/.test(key)) return 'white-space';
  if (/[•…]|\*{3}/.test(key)) return 'masked';
  return /^[\x21-\x7e]+$/.test(key) ? undefined : 'not-plain'; // an HTTP header takes no other characters
}
