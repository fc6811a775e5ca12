import { type MessageKey, t } from '@/utils/i18n'

/** Luwte's other pages, in the order they are shown. */
const PAGES: readonly (readonly [path: string, name: MessageKey])[] = [
  ['/options.html', 'settings'],
  ['/diary.html', 'diary'],
]

/** Quiet links to Luwte's other pages. Each opens in a tab of its own, and leaves the page in front as it is. */
export function PageLinks() {
  return (
    <nav class="page-links" aria-label={t('morePages')}>
      {PAGES.map(([path, name]) => (
        <a key={path} href={path} target="_blank" rel="noreferrer">
          {t(name)}
        </a>
      ))}
    </nav>
  )
}
