import { isObject } from '../../core/shared/isObject.ts';

/** A JSON object whose fields are not checked yet. */
export type Json = Readonly<Record<string, unknown>>;

/** The value as an object, or undefined when it is none. */
export function asObject(value: unknown): Json | undefined {
  return isObject(value) ? value : undefined;
}

/** The value as a list; empty when it is none. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** The value as text; empty when it is none. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** No API answers with deeper JSON; it could only be meant to exhaust the reader. */
const maxDepth = 64;
/** Shorter texts cannot nest deep enough to hurt anyone, so they are not measured. */
const measuredFromLength = 1024;

/** What JSON.parse makes of a text; undefined when it is no JSON or nests deeper than 64. */
export function parseJson(text: string): unknown {
  if (text.length >= measuredFromLength && opensOften(text) && isDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not JSON is an expected answer here, and the SyntaxError would quote the text
  }
}

/** Is there more to open than may be open at once? Most answers have less, and this takes no time. */
function opensOften(text: string): boolean {
  let count = 0;
  for (const opening of ['{', '['])
    for (let at = text.indexOf(opening); at >= 0 && count <= maxDepth; at = text.indexOf(opening, at + 1)) count += 1;
  return count > maxDepth;
}

function isDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (inString) {
      if (unit === backslash) at++;
      else if (unit === quote) inString = false;
    } else if (unit === quote) inString = true;
    else if (unit === openBrace || unit === openBracket) {
      if (++depth > maxDepth) return true;
    } else if (unit === closeBrace || unit === closeBracket) depth--;
  }
  return false;
}

const quote = 0x22;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
