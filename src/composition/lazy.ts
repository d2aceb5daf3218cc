/** Services that are loaded when they are first wanted. */
export interface Lazy<T> {
  /** Loads them with the first call; every call is given the same. Services that could not be loaded stay so. */
  readonly get: () => Promise<T>;
}

/**
 * Lets providers, views and commands be registered before their services are loaded. `load` brings the code and gives what
 * opens the services; `beforeOpen` runs in the very step in which they open, so that a stand-in can make room for what they register.
 */
export function lazy<T>(load: () => Promise<() => T>, beforeOpen: () => void = () => undefined): Lazy<T> {
  const open = async (): Promise<T> => {
    const openServices = await load();
    beforeOpen();
    return openServices();
  };
  let opening: Promise<T> | undefined;
  return { get: () => (opening ??= open()) };
}
