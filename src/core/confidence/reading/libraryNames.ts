let names: ReadonlySet<string> | undefined;

/** The names of JavaScript's own library, as this machine has them: of what is global, and of its members. */
export const libraryNames = (): ReadonlySet<string> => (names ??= new Set(readNames()));

function readNames(): readonly string[] {
  return Object.getOwnPropertyNames(globalThis).flatMap(name => {
    const value = valueOf(globalThis, name);
    return [name, ...membersOf(value), ...membersOf(valueOf(value, 'prototype'))];
  });
}

const isOwner = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

/** No getter is called: it may do anything. */
const valueOf = (owner: unknown, name: string): unknown =>
  isOwner(owner) ? Object.getOwnPropertyDescriptor(owner, name)?.value : undefined;

const membersOf = (value: unknown): readonly string[] => (isOwner(value) ? Object.getOwnPropertyNames(value) : []);
