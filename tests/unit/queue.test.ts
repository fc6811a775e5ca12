import { expect, test } from 'vitest'
import { createQueue } from '@/utils/queue'

test('begins each task when the one before has ended, failed or not', async () => {
  const inTurn = createQueue()
  const log: string[] = []
  let endFirst = () => {}
  const first = inTurn(async () => {
    log.push('first begins')
    await new Promise<void>(done => {
      endFirst = done
    })
    throw new Error('first fails')
  })
  const second = inTurn(async () => {
    log.push('second begins')
    return 2
  })
  await Promise.resolve()
  expect(log).toEqual(['first begins'])
  endFirst()
  await expect(first).rejects.toThrow('first fails')
  expect(await second).toBe(2)
  expect(log).toEqual(['first begins', 'second begins'])
})
