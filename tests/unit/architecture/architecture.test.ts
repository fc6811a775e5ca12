import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { allImportsOf, codeOf, importsOf, productFiles, projectFiles } from './sources'

const MAX_LINES = 300
const CODE = /\.(ts|tsx|js|mjs|css|html)$/
const NETWORK =
  /\b(fetch\s*\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|WebTransport|RTCPeerConnection)/
const BROWSER = /^(wxt(\/|$)|webextension-polyfill|@wxt-dev\/)/
// A path of one machine, or the host packages came from, is of no use to anyone else.
const OF_ONE_MACHINE = /(?<![\w.-])\/work\/|\bregistry\.[a-z]/

/** Files from which `offence` says something, with what it says. An empty list is what every rule wants. */
function offences(files: string[], offence: (file: string) => string[]): string[] {
  expect(files).not.toEqual([])
  return files.flatMap(file => offence(file).map(found => `${file}: ${found}`))
}

const under = (...folders: string[]) =>
  productFiles().filter(file => folders.some(folder => file.startsWith(folder)))

const matches = (file: string, pattern: RegExp) => codeOf(file).match(pattern)?.slice(0, 1) ?? []

describe('imports go one way', () => {
  test('utils know neither components nor entrypoints', () => {
    const found = offences(under('utils/'), file =>
      importsOf(file).filter(path => /^(components|entrypoints)\//.test(path)),
    )
    expect(found).toEqual([])
  })

  test('components do not know entrypoints', () => {
    const found = under('components/').flatMap(file =>
      importsOf(file).filter(path => path.startsWith('entrypoints/')),
    )
    expect(found).toEqual([])
  })

  test('effects reach neither the browser, nor storage, nor messages, not even by way of others', () => {
    const found = offences(under('utils/calm/effects/'), file =>
      [...allImportsOf(file)].filter(path => BROWSER.test(path) || /^utils\/(settings|messages)/.test(path)),
    )
    expect(found).toEqual([])
  })

  test('the pure core reaches no browser', () => {
    const found = offences(
      under('utils/pacing/', 'utils/time/', 'utils/settings/schema.ts', 'utils/settings/migrations'),
      file => [...allImportsOf(file)].filter(path => BROWSER.test(path)),
    )
    expect(found).toEqual([])
  })
})

test('the pure core compiles where there is no DOM', { timeout: 60_000 }, () => {
  // The compiler knows every global better than a list of names would.
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tests/unit/architecture/pure.tsconfig.json']
  const { stdout } = run(tsc)
  expect(stdout).toBe('')
})

test('no product code can make a network request', () => {
  expect(offences(productFiles(), file => matches(file, NETWORK))).toEqual([])
})

test(`no file is longer than ${MAX_LINES} lines`, () => {
  const code = projectFiles().filter(file => CODE.test(file))
  const lines = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n').length
  expect(offences(code, file => (lines(file) > MAX_LINES ? [`${lines(file)} lines`] : []))).toEqual([])
})

test('no file names a path or a package host of one machine', () => {
  const found = offences(
    projectFiles(),
    file => readFileSync(file, 'utf8').match(OF_ONE_MACHINE)?.slice(0, 1) ?? [],
  )
  expect(found).toEqual([])
})

function run(args: string[]): { stdout: string } {
  try {
    return { stdout: execFileSync(process.execPath, args, { encoding: 'utf8' }) }
  } catch (error) {
    return error as { stdout: string }
  }
}
