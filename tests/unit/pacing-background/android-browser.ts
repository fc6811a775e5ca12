/** A browser event that a test can fire. */
class Event<A extends readonly unknown[]> {
  readonly #listeners: ((...given: A) => void)[] = []
  addListener(listener: (...given: A) => void): void {
    this.#listeners.push(listener)
  }
  fire(...given: A): void {
    for (const listener of this.#listeners) listener(...given)
  }
}

interface FakeTab {
  id: number
  windowId: number
  index: number
  url: string
  active: boolean
  audible: boolean
  mutedInfo: { muted: boolean }
}

/**
 * Firefox for Android as far as pacing asks anything of it: no windows, no menus, a tab that is its own window, and what
 * it does not know it refuses at once, before any promise. Its `idle` knows no locked device.
 */
export function createAndroidBrowser() {
  const tabs: FakeTab[] = []
  const sent: { tabId: number; message: { name: string; view?: { kind: string } | null } }[] = []
  const changed = new Event<[changes: object, area: string]>()
  const tabOf = (id: number) => {
    const tab = tabs.find(tab => tab.id === id)
    if (!tab) throw new Error(`Invalid tab ID: ${id}`)
    return tab
  }

  function area(name: string) {
    const items: Record<string, unknown> = {}
    return {
      get: async (key: string | null) =>
        structuredClone(key === null ? items : key in items ? { [key]: items[key] } : {}),
      async set(given: object) {
        Object.assign(items, structuredClone(given))
        changed.fire(Object.fromEntries(Object.keys(given).map(key => [key, {}])), name)
      },
      async remove(keys: string | string[]) {
        for (const key of [keys].flat()) delete items[key]
      },
    }
  }

  const device = {
    state: 'active' as 'active' | 'idle',
    changed: new Event<[state: string]>(),
  }
  const alarm = { rang: new Event<[alarm: { name: string }]>(), when: null as number | null }

  const browser = {
    runtime: { id: 'own', onStartup: new Event(), onInstalled: new Event(), onConnect: new Event() },
    alarms: {
      onAlarm: alarm.rang,
      create: async (_: string, { when }: { when: number }) => {
        alarm.when = when
      },
      clear: async () => {
        alarm.when = null
      },
    },
    idle: {
      setDetectionInterval() {},
      onStateChanged: device.changed,
      queryState: async () => device.state,
    },
    tabs: {
      onActivated: new Event(),
      onUpdated: new Event(),
      onRemoved: new Event<[tabId: number, info: { isWindowClosing: boolean }]>(),
      query: async ({ active }: { active?: boolean }) => tabs.filter(tab => !active || tab.active),
      get: async (id: number) => tabOf(id),
      create(given: { url: string }) {
        refuse(given, ['openerTabId'])
        const tab = open(given.url)
        return Promise.resolve(tab)
      },
      update(id: number, given: object) {
        refuse(given, ['muted', 'openerTabId', 'highlighted'])
        return Promise.resolve(tabOf(id))
      },
      async sendMessage(tabId: number, message: (typeof sent)[number]['message']) {
        sent.push({ tabId, message })
        return true
      },
    },
    scripting: {
      async executeScript({ target }: { target: { tabId: number } }) {
        if (!tabOf(target.tabId).url.startsWith('https:')) throw new Error('Missing host permission')
        return [{ result: false }]
      },
    },
    action: { setBadgeBackgroundColor() {}, setBadgeText() {}, setTitle() {}, setIcon() {} },
    permissions: { contains: async () => false },
    storage: {
      local: area('local'),
      session: area('session'),
      sync: area('sync'),
      managed: { get: () => Promise.reject(new Error('Managed storage manifest not found')) },
      onChanged: changed,
    },
  }

  /** Opens a tab in front of all others. */
  function open(url: string): FakeTab {
    for (const tab of tabs) tab.active = false
    const id = tabs.length + 1
    const tab = { id, windowId: id, index: 0, url, active: true, audible: false, mutedInfo: { muted: false } }
    tabs.push(tab)
    return tab
  }

  return { browser, tabs, sent, device, alarm, open }
}

/** What the browser's own list of properties marks as unsupported. */
function refuse(given: object, unsupported: readonly string[]): void {
  const found = unsupported.find(name => name in given)
  if (found) throw new Error(`Property "${found}" is unsupported by Firefox`)
}
