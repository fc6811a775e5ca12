import { existsSync, readFileSync } from 'node:fs'

const BUILD = '.output/chrome-mv3'

/** What each part may weigh in kB as it is; compressed it may weigh two fifths of that. */
const BUDGETS = [
  { name: 'calm script', files: script('calm'), kB: 73 },
  { name: 'canvases script', files: script('canvases'), kB: 9 },
  { name: 'pictures script', files: script('pictures'), kB: 20 },
  { name: 'tone script', files: script('tone'), kB: 11 },
  { name: "script in the page's own world", files: script('calm-page'), kB: 43 },
  { name: 'nudge', files: script('nudge'), kB: 30 },
  { name: 'article script', files: script('article'), kB: 42 },
  { name: 'pick script', files: script('pick'), kB: 12 },
  { name: 'reader', files: page('reader'), kB: 168 },
  { name: 'popup', files: page('popup'), kB: 80 },
  { name: 'popup, alive', files: [...page('popup'), ...loadedLater('popup')], kB: 105 },
]

export default BUDGETS.filter(({ files }) => files.length > 0).flatMap(({ name, files, kB }) => [
  { name, path: files, brotli: false, limit: `${kB} kB` },
  { name: `${name}, compressed`, path: files, gzip: true, limit: `${((kB * 2) / 5).toFixed(1)} kB` },
])

/** A script that runs in pages, by whichever of WXT's two places it was built to. */
function script(name) {
  return [`${BUILD}/${name}.js`, `${BUILD}/content-scripts/${name}.js`].filter(existsSync)
}

/** A page of the extension with every file it loads at its start. */
function page(name) {
  const html = `${BUILD}/${name}.html`
  if (!existsSync(html)) return []
  const loaded = readFileSync(html, 'utf8').matchAll(/\b(?:src|href|data-then)="\/([^"]+\.(?:js|css))"/g)
  return [html, ...Array.from(loaded, ([, file]) => `${BUILD}/${file}`)]
}

/** What a page's script loads once the page is painted. */
function loadedLater(name) {
  const scripts = page(name).filter(file => file.includes(`/chunks/${name}-`))
  const text = scripts.map(file => readFileSync(file, 'utf8')).join('')
  return Array.from(text.matchAll(/"(chunks\/[^"]+\.js)"/g), ([, file]) => `${BUILD}/${file}`)
}
