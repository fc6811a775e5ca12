import { useEffect, useRef } from 'preact/hooks'
import { pageFilter } from '@/utils/calm/effects/dim'
import type { CalmOptions } from '@/utils/calm/options'
import { tSettings } from '@/utils/i18n/settings'

/** A small page of Luwte's own, on which the same effects act as on any other. */
export function CalmSample({ options }: { readonly options: CalmOptions }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const tell = () => frame.current?.contentWindow?.postMessage(options, location.origin)
  useEffect(tell, [options])
  return (
    <iframe
      ref={frame}
      class="calm-sample"
      src="/sample.html"
      title={tSettings('samplePage')}
      // A frame is dimmed as part of its page's picture.
      style={{ filter: pageFilter(options, options.theme === 1 ? 'inverted' : 'own') ?? 'none' }}
      onLoad={tell}
    />
  )
}
