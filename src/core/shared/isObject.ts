/** Is it an object with fields: neither null nor a list? For reading JSON; its fields are still to be checked. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
