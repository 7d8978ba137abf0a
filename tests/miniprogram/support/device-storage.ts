/** wx's storage: values are copied in and out, as on a phone. */
export function createStorage() {
  const kept = new Map<string, string>()
  return {
    kept,
    apis: {
      getStorageSync: (key: string): unknown => (kept.has(key) ? JSON.parse(kept.get(key) ?? 'null') : ''),
      setStorageSync: (key: string, value: unknown) => void kept.set(key, JSON.stringify(value)),
      removeStorageSync: (key: string) => void kept.delete(key),
      clearStorageSync: () => kept.clear(),
      getStorageInfoSync: () => ({ keys: [...kept.keys()], currentSize: 1, limitSize: 10240 }),
    },
  }
}
