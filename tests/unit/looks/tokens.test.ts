import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const CSS = readFileSync('components/style/tokens.css', 'utf8')

/** The colours of one rule, by name. */
function coloursOf(selector: string): Record<string, string> {
  const rule = CSS.slice(CSS.indexOf(`${selector} {`)).split('}', 1)[0] ?? ''
  return Object.fromEntries(
    Array.from(rule.matchAll(/--(\w+): (#[0-9a-f]{6});/g), ([, name, hex]) => [name, hex]),
  )
}

const SCHEMES = [
  ['dark', coloursOf(':root')],
  ['light', coloursOf(':root[data-scheme="light"]')],
] as const

/** WCAG 2.2's contrast ratio of two colours. */
function contrast(one = '', other = ''): number {
  const [lower = 0, higher = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (higher + 0.05) / (lower + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

describe.each(SCHEMES)('in %s', (_, colours) => {
  test.each(['text', 'quiet', 'sign'])(
    'what is read in --%s stands out from what it stands on, 7 to 1',
    name => {
      expect(contrast(colours[name], colours.ground)).toBeGreaterThanOrEqual(7)
      expect(contrast(colours[name], colours.raised)).toBeGreaterThanOrEqual(7)
    },
  )

  test('the edges of controls can be seen, 3 to 1', () => {
    expect(contrast(colours.line, colours.ground)).toBeGreaterThanOrEqual(3)
    expect(contrast(colours.line, colours.raised)).toBeGreaterThanOrEqual(3)
    expect(contrast(colours.ahead, colours.ground)).toBeGreaterThanOrEqual(3)
  })

  test('nothing is pure white or pure black', () => {
    expect(Object.values(colours)).toHaveLength(7)
    for (const colour of Object.values(colours)) expect(['#ffffff', '#000000']).not.toContain(colour)
  })
})

test('as the browser is the same light', () => {
  expect(coloursOf(':root[data-scheme="browser"]')).toEqual(coloursOf(':root[data-scheme="light"]'))
})
