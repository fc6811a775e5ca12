import type { CDPSession, Page } from 'playwright-core'
import { expect } from 'vitest'
import { sessionOf } from './session'

/** What Luwte shows in a page, as a screen reader meets it. Its shadow root is closed to everything else. */
export interface ShownSurface {
  /** What it is and how it is called: "group Luwte", "dialog Rest". */
  readonly name: string
  readonly lines: readonly string[]
  readonly buttons: readonly string[]
}

interface AXTreeNode {
  readonly nodeId: string
  readonly role?: { readonly value?: unknown }
  readonly name?: { readonly value?: unknown }
  readonly childIds?: readonly string[]
  readonly backendDOMNodeId?: number
}

/** How long a surface may take to change into another: the old words fade away first. Milliseconds. */
export const SLOWEST = 30_000

const SURFACES = ['group Luwte', 'dialog Rest']

/** @returns what is shown in the page; null for nothing. */
export async function surfaceIn(page: Page): Promise<ShownSurface | null> {
  return withTree(page, async nodes => {
    const root = nodes.find(node => SURFACES.includes(nameOf(node)))
    if (!root) return null
    const inside = descendants(nodes, root)
    const named = (role: string) => inside.filter(node => node.role?.value === role).map(textOf)
    return { name: nameOf(root), lines: named('StaticText'), buttons: named('button') }
  })
}

/** Presses one of the surface's buttons, by keyboard. Waits for it: surfaces come slowly. */
export async function pressInSurface(page: Page, button: string, within = SLOWEST): Promise<void> {
  await expect.poll(async () => (await surfaceIn(page))?.buttons, { timeout: within }).toContain(button)
  await withTree(page, async (nodes, session) => {
    const node = nodes.find(node => nameOf(node) === `button ${button}`)
    if (node?.backendDOMNodeId === undefined) throw new Error(`there is no button ${button} any more`)
    await session.send('DOM.focus', { backendNodeId: node.backendDOMNodeId })
  })
  await page.keyboard.press('Enter')
}

async function withTree<T>(
  page: Page,
  read: (nodes: readonly AXTreeNode[], session: CDPSession) => Promise<T>,
): Promise<T> {
  const session = await sessionOf(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  return read(nodes, session)
}

function descendants(nodes: readonly AXTreeNode[], { childIds = [] }: AXTreeNode): AXTreeNode[] {
  const children = childIds.flatMap(id => nodes.find(({ nodeId }) => nodeId === id) ?? [])
  return children.flatMap(child => [child, ...descendants(nodes, child)])
}

const textOf = ({ name }: AXTreeNode): string => String(name?.value ?? '')
const nameOf = (node: AXTreeNode): string => `${node.role?.value} ${textOf(node)}`
