import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { request } from '@/utils/messaging/request'

const { sendMessage } = vi.hoisted(() => ({ sendMessage: vi.fn<(message: unknown) => Promise<unknown>>() }))
vi.mock('wxt/browser', () => ({ browser: { runtime: { sendMessage } } }))

beforeEach(() => {
  vi.useFakeTimers()
  sendMessage.mockReset()
})
afterEach(() => {
  vi.useRealTimers()
})

test('sends name and payload, and gives the value of the reply', async () => {
  sendMessage.mockResolvedValue({ ok: true, value: null })
  expect(await request('calm.frame', {})).toBeNull()
  expect(sendMessage).toHaveBeenCalledExactlyOnceWith({ name: 'calm.frame', payload: {} })
  expect(vi.getTimerCount()).toBe(0)
})

test('throws what the background could not do', async () => {
  sendMessage.mockResolvedValue({ ok: false, error: 'the tab is gone' })
  await expect(request('calm.state', { tabId: 1 })).rejects.toThrow('the tab is gone')
})

test('throws when nobody listens', async () => {
  sendMessage.mockRejectedValue(new Error('Receiving end does not exist'))
  await expect(request('calm.state', { tabId: 1 })).rejects.toThrow('Receiving end does not exist')
  sendMessage.mockResolvedValue(undefined)
  await expect(request('calm.state', { tabId: 1 })).rejects.toThrow('no answer')
})

test('throws when the answer does not come', async () => {
  sendMessage.mockReturnValue(new Promise(() => {}))
  const asked = expect(request('calm.state', { tabId: 1 })).rejects.toThrow('in time')
  await vi.advanceTimersByTimeAsync(5000)
  await asked
})
