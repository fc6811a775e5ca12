/** A record's own entry. Keys here come from the web ("constructor" is a fine host name), so inherited ones do not count. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
