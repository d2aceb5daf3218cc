import dns from 'node:dns';

type Answer = (error: Error) => void;

/**
 * Notes the host names that anything in this extension host wants to connect to, and lets none of them be found: before
 * a connection to a host comes the look-up of its name. Addresses in numbers are not looked up.
 */
export function watchLookups(): { readonly names: readonly string[]; end(): void } {
  const { lookup } = dns;
  const names: string[] = [];
  const nobody = (name: string, ...rest: readonly unknown[]) => {
    names.push(name);
    const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' });
    setImmediate(rest.at(-1) as Answer, error);
  };
  Object.assign(dns, { lookup: nobody });
  return { names, end: () => void Object.assign(dns, { lookup }) };
}
