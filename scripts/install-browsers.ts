import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { type Browser, findChromium, findFirefox } from './browsers'

export interface Browsers {
  readonly chromium: Browser | undefined
  readonly firefox: Browser | undefined
}

async function findBrowsers(): Promise<Browsers> {
  const [chromium, firefox] = await Promise.all([findChromium(), findFirefox()])
  return { chromium, firefox }
}

/**
 * Finds the browsers; installs Chromium and Firefox when `enough` says that too little is there.
 * @throws with a sentence for the person when they cannot be installed from here.
 */
export async function ensureBrowsers(enough: (browsers: Browsers) => boolean): Promise<Browsers> {
  const present = await findBrowsers()
  if (enough(present)) return present
  if (isDebianRoot()) installOnDebian()
  const installed = await findBrowsers()
  if (enough(installed)) return installed
  throw new Error(whatToInstall(installed))
}

function whatToInstall({ chromium, firefox }: Browsers): string {
  const missing = [chromium ? '' : 'Chromium, Chrome, Edge or Brave', firefox ? '' : 'Firefox'].filter(
    Boolean,
  )
  return [
    `No ${missing.join(' and no ')} was found on this computer.`,
    'Install it and run this again, or set CHROMIUM or FIREFOX to the path of the program.',
  ].join('\n')
}

/** Ubuntu does not count: its packages of these names only point to a store of its own. */
function isDebianRoot(): boolean {
  if (process.getuid?.() !== 0) return false
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

function installOnDebian(): void {
  console.log('Installing Chromium and Firefox (apt-get)')
  const run = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  if (run('-q', 'update') && run('-qy', 'install', 'chromium', 'firefox-esr')) return
  throw new Error('apt-get could not install chromium and firefox-esr. Its reason is above.')
}
