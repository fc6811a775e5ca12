import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import preact from '@preact/preset-vite'
import type { InlineConfig } from 'vite'
import { defineConfig } from 'wxt'
import { hastenPopup } from './scripts/popup-page'
import { typefaceFiles } from './scripts/typefaces'
import { PAGE_WORLD_SCRIPT, valueFiles } from './utils/calm/value-files'

/** `wxt/browser` becomes webextension-polyfill, except in scripts that run inside pages (see docs/decisions). */
const polyfilledBrowser = { find: /^wxt\/browser$/, replacement: '@wxt-dev/webextension-polyfill/browser' }

/** The dark theme's engine would patch the extension API and ask the network: it is given stand-ins (utils/calm/dark/engine). */
const ENGINE_WORLD = { 'chrome.runtime': 'globalThis.engineRuntime', fetch: 'globalThis.engineFetch' }

/** The popup's first picture is its components made into text (docs/decisions/0053). */
const COMPONENTS_AS_TEXT = [
  {
    find: /^preact\/jsx(-dev)?-runtime$/,
    replacement: resolve(import.meta.dirname, 'utils/markup/jsx-runtime.ts'),
  },
  { find: /^preact\/hooks$/, replacement: resolve(import.meta.dirname, 'utils/markup/hooks.ts') },
]

const SHARED =
  /components\/(controls\/|level-details|option-control|site-name|trouble|use-(calm|pacing))|utils\/(looks\/follow|tab|pacing-bounds)\.ts$/

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  vite: () => ({ plugins: [preact()] }),
  hooks: {
    'build:publicAssets'(_, files) {
      const made = [...valueFiles(), ...typefaceFiles()]
      files.push(...made.map(({ path, contents }) => ({ relativeDest: path, contents })))
    },
    async 'build:done'({ config }) {
      await hastenPopup(config.outDir)
      // What a page throws inside a callback shows this script's place in its stack, where no extension is to be named.
      const path = join(config.outDir, PAGE_WORLD_SCRIPT)
      // A function that is not strict can be reached by those it calls. What fails in a hostile page fails in silence.
      const script = await readFile(path, 'utf8')
      await writeFile(path, `"use strict";try{${script}}catch{}//# sourceURL=a\n`)
    },
    'vite:build:extendConfig'(entrypoints, config) {
      const runsInPage = entrypoints.some(
        ({ type }) => type === 'content-script' || type === 'unlisted-script',
      )
      if (entrypoints.some(({ name }) => name === 'dark'))
        config.define = { ...config.define, ...ENGINE_WORLD }
      const present = config.resolve?.alias ?? []
      const list = Array.isArray(present)
        ? present
        : Object.entries(present).map(([find, replacement]) => ({ find, replacement }))
      const alias = entrypoints.some(({ name }) => name === 'first') ? COMPONENTS_AS_TEXT : []
      config.resolve = {
        ...config.resolve,
        alias: [...alias, ...(runsInPage ? [] : [polyfilledBrowser]), ...list],
      }
      if (entrypoints.some(({ type }) => type === 'popup')) bundlePopup(config)
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: [
      'storage',
      'scripting',
      'tabs',
      'webNavigation',
      'contextMenus',
      'alarms',
      'idle',
      // Firefox's background plays the soft sound by itself; how pictures are found: docs/decisions/0030.
      ...(browser === 'firefox' ? [] : (['offscreen', 'pageCapture'] as const)),
    ],
    optional_permissions: ['notifications'],
    host_permissions: ['<all_urls>'],
    action: { default_icon: icons('off'), default_title: '__MSG_iconOff__' },
    icons: icons('on'),
    // Chromium keeps Alt+Shift with B, N and R for itself, and then gives no key at all.
    commands: {
      toggleCalm: { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_commandToggleCalm__' },
      backToNormal: { suggested_key: { default: 'Alt+Shift+O' }, description: '__MSG_commandBackToNormal__' },
      readCalmly: { suggested_key: { default: 'Alt+Shift+E' }, description: '__MSG_readCalmly__' },
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'luwte@luwte.app',
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
        gecko_android: { strict_min_version: '142.0' },
      },
    }),
    ...(browser !== 'firefox' && {
      minimum_chrome_version: '144',
      storage: { managed_schema: 'managed-schema.json' },
    }),
  }),
})

/**
 * Puts what the popup shares with other pages, and all that it imports, into one file: each file more takes a page its
 * time to open (benchmarks/popup.md).
 */
function bundlePopup({ build }: InlineConfig): void {
  const { output } = build?.rollupOptions ?? {}
  if (!build || !output || Array.isArray(output)) return
  build.modulePreload = { polyfill: false }
  output.codeSplitting = { groups: [{ name: 'pages', test: SHARED }] }
}

function icons(shape: 'on' | 'off'): Record<number, string> {
  return Object.fromEntries([16, 32, 48, 96, 128].map(size => [size, `icon/${shape}-${size}.png`]))
}
