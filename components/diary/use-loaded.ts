import { useCallback, useEffect, useState } from 'preact/hooks'

/** Something that is read from this device, and read again when asked. */
export interface Loaded<T> {
  /** Null until it is there. */
  readonly value: T | null
  /** It could not be read or written. */
  readonly failed: boolean
  /** Does something, and then reads anew. */
  act(change?: () => Promise<unknown>): Promise<boolean>
}

/** Reads something whenever `read` is another one. What was read of an earlier one is dropped. */
export function useLoaded<T>(read: () => Promise<T>): Loaded<T> {
  const [found, setFound] = useState<{ by: typeof read; value: T } | null>(null)
  const [failed, setFailed] = useState(false)

  const act = useCallback(
    async (change?: () => Promise<unknown>) => {
      try {
        await change?.()
        const value = await read()
        setFound({ by: read, value })
        setFailed(false)
        return true
      } catch {
        setFailed(true)
        return false
      }
    },
    [read],
  )
  useEffect(() => void act(), [act])

  return { value: found?.by === read ? found.value : null, failed, act }
}
