import { migrate, SETTINGS_VERSION, type StoredItems, versionOf } from './migrations'
import { merge, parseRegisters, type Registers } from './registers'

/**
 * An item in `storage.sync` may hold 8 KB and all of them 100 KB. Sites are spread over this many items, so that the
 * whole runs full before any one does.
 */
const SITE_ITEMS = 16

const VERSION = 'version'
const PREFIX = 'set:'

/** @returns registers as items for `storage.sync`. In which item a register stands tells nothing: all are merged. */
export function toItems(registers: Registers): StoredItems {
  const items: Record<string, Record<string, unknown>> = {}
  for (const [path, register] of Object.entries(registers)) {
    const key = PREFIX + itemOf(path)
    items[key] = { ...items[key], [path]: register }
  }
  return { [VERSION]: SETTINGS_VERSION, ...items }
}

/** @returns the registers in the items; `null` for those of a newer version, which are to be left alone. */
export function fromItems(items: StoredItems): Registers | null {
  if (versionOf(items) > SETTINGS_VERSION) return null
  const found = Object.keys(items).filter(key => key.startsWith(PREFIX))
  return found.map(key => parseRegisters(items[key])).reduce(merge, migrate(items))
}

function itemOf(path: string): string {
  const [part = '', ...rest] = path.split('/')
  return rest.includes('sites') ? `site${spread(rest.at(-1) ?? '')}` : part
}

/** A number from 0 below `SITE_ITEMS`, always the same for the same name. */
function spread(name: string): number {
  let sum = 0
  for (let i = 0; i < name.length; i++) sum = (sum * 31 + name.charCodeAt(i)) % 65_521
  return sum % SITE_ITEMS
}
