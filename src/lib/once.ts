/** A function of one thing that is asked for the same things again and again: each is answered once. */
export function once<K, T extends NonNullable<unknown>>(make: (key: K) => T): (key: K) => T {
  const made = new Map<K, T>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      value = make(key);
      made.set(key, value);
    }
    return value;
  };
}
