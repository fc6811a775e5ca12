import { t } from '@/utils/i18n'

/** @returns what a person calls a site: its name, or words where it has none. */
export function siteName(site: string | null): string {
  if (site === null) return t('siteNone')
  return site === 'file:' ? t('siteFiles') : site
}
