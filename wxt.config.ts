import preact from '@preact/preset-vite'
import { defineConfig } from 'wxt'

/** `wxt/browser` becomes webextension-polyfill, except in scripts that run inside pages (see docs/decisions). */
const polyfilledBrowser = { find: /^wxt\/browser$/, replacement: '@wxt-dev/webextension-polyfill/browser' }

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  vite: () => ({ plugins: [preact()] }),
  hooks: {
    'vite:build:extendConfig'(entrypoints, config) {
      const runsInPage = entrypoints.some(
        ({ type }) => type === 'content-script' || type === 'unlisted-script',
      )
      if (runsInPage) return
      const present = config.resolve?.alias ?? []
      const list = Array.isArray(present)
        ? present
        : Object.entries(present).map(([find, replacement]) => ({ find, replacement }))
      config.resolve = { ...config.resolve, alias: [polyfilledBrowser, ...list] }
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'scripting'],
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
    ...(browser !== 'firefox' && { minimum_chrome_version: '144' }),
  }),
})
