import { useCallback, useEffect, useRef, useState } from 'preact/hooks'

/** Something that is read from this device, and read again when asked. */
export interface Loaded<T> {
  /** Null until it is there. */
  readonly value: T | null
  /** It could not be read or written. */
  readonly failed: boolean
  /** Does something, and then reads anew. */
  act(change?: () => Promise<unknown>): Promise<boolean>
}

/** Reads something whenever `read` is another one. What was read before stays until the next is there: nothing jumps. */
export function useLoaded<T>(read: () => Promise<T>): Loaded<T> {
  const [value, setValue] = useState<T | null>(null)
  const latest = useRef(read)
  const [failed, setFailed] = useState(false)

  const act = useCallback(
    async (change?: () => Promise<unknown>) => {
      try {
        await change?.()
        const value = await read()
        if (latest.current === read) setValue(() => value)
        setFailed(false)
        return true
      } catch {
        setFailed(true)
        return false
      }
    },
    [read],
  )
  useEffect(() => {
    latest.current = read
    void act()
  }, [read, act])

  return { value, failed, act }
}
