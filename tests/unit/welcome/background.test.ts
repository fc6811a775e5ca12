import { beforeEach, expect, test, vi } from 'vitest'
import { welcomeOnce } from '@/utils/welcome/background'

type Listener = (details: { reason: string }) => void

const fake = vi.hoisted(() => ({ listeners: [] as Listener[], create: vi.fn() }))

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      onInstalled: { addListener: (listener: Listener) => fake.listeners.push(listener) },
      getURL: (path: string) => `extension:/${path}`,
    },
    tabs: { create: fake.create },
  },
}))

beforeEach(() => {
  fake.listeners = []
  fake.create.mockClear()
})

const happens = (reason: string) => {
  for (const listener of fake.listeners) listener({ reason })
}

test('the welcome page opens after installing', () => {
  welcomeOnce()
  happens('install')
  expect(fake.create).toHaveBeenCalledExactlyOnceWith({ url: 'extension://welcome.html' })
})

test.each(['update', 'browser_update', 'chrome_update', 'shared_module_update'])(
  'and not after %s',
  reason => {
    welcomeOnce()
    happens(reason)
    expect(fake.create).not.toHaveBeenCalled()
  },
)
