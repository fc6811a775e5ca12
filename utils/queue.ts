/**
 * Runs tasks strictly one after the other, in the order they were given.
 *
 * @returns what takes a task and gives its outcome; a task that fails does not keep the next from running.
 */
export function createQueue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return task => {
    const mine = last.then(task)
    last = mine.catch(() => undefined)
    return mine
  }
}
