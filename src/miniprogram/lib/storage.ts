import Taro from '@tarojs/taro'

export type Stored<T> = { read(): T | undefined; write(value: T): void; clear(): void }

const KEY_PREFIX = 'tuanjian.'

/**
 * One named value on this device. What an older version of the program left, or a stranger wrote, reads as absent:
 * `parse` says what is accepted.
 */
export function stored<T>(name: string, parse: (value: unknown) => T | undefined): Stored<T> {
  const key = KEY_PREFIX + name
  return {
    read: () => parse(Taro.getStorageSync<unknown>(key)),
    write: (value) => Taro.setStorageSync(key, value),
    clear: () => Taro.removeStorageSync(key),
  }
}
