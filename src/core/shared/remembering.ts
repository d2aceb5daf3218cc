/** Works out once what is asked for again and again: equal lines of a long text, say, or characters that are few different ones. */
export function remembering<K, V>(workOut: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return key => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = workOut(key);
    known.set(key, value);
    return value;
  };
}
