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
