import { useState } from 'preact/hooks'

/** Copies text, and says whether that worked; null until it was asked. */
export function useCopy(): { readonly copied: 'copied' | 'notCopied' | null; copy(text: string): void } {
  const [copied, setCopied] = useState<'copied' | 'notCopied' | null>(null)
  return {
    copied,
    copy: text =>
      void navigator.clipboard.writeText(text).then(
        () => setCopied('copied'),
        () => setCopied('notCopied'),
      ),
  }
}
