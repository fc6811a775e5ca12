import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'

const FIXTURES = resolve(import.meta.dirname, '../../fixtures/motion')

const pages = readdirSync(FIXTURES)
  .filter(file => file.endsWith('.html'))
  .map(file => file.slice(0, -'.html'.length))

/** Pages that show nothing of themselves: a test of its own makes them move. */
const STAGES = ['fixed-background', 'hover-menu', 'hover-paused-ticker', 'scroll-driven', 'smooth-scrolling']

/** Pages that are titled `works` once what they wait for has come. */
export const WORKING_PAGES = pages.filter(name => name.startsWith('works-'))

/** Pages that move by themselves without end. */
export const MOVING_PAGES = pages.filter(name => !name.startsWith('works-') && !STAGES.includes(name))

/** The address of a fixture, below the origin. */
export const motionPath = (name: string): string => `/motion/${name}.html`
