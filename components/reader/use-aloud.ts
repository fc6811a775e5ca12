import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { sentencesWithin } from '@/utils/reader/passages'
import { rangeOver } from '@/utils/reader/show-passages'
import { speak, voicesFor } from '@/utils/reader/speech'

/** The name under which the sheet of the reader styles the sentence that is read. */
const MARK = 'read-aloud'

export interface Aloud {
  readonly speaking: boolean
  /** Why there is no voice. */
  readonly trouble: 'noVoice' | 'voiceStopped' | null
  /** Reads what an element shows, to its end, or stops. */
  toggle(shown: Element | null): void
  stop(): void
}

/** @returns the voices of this device for a language. */
export function useVoices(lang: string): readonly SpeechSynthesisVoice[] {
  const [voices, setVoices] = useState<readonly SpeechSynthesisVoice[]>([])
  useEffect(() => {
    void voicesFor(lang).then(setVoices)
  }, [lang])
  return voices
}

/** Reads aloud by a voice of this device, sentence by sentence, each marked while it is read. Nothing else goes on by itself. */
export function useAloud(lang: string, voiceUri: string | undefined, rate: number): Aloud {
  const [speaking, setSpeaking] = useState(false)
  const [trouble, setTrouble] = useState<Aloud['trouble']>(null)
  const running = useRef<AbortController | null>(null)

  const stop = useCallback(() => running.current?.abort(), [])
  useEffect(() => stop, [stop])

  const toggle = (shown: Element | null) => {
    if (running.current) return stop()
    if (!shown) return
    const control = new AbortController()
    running.current = control
    setSpeaking(true)
    setTrouble(null)
    void readAloud(shown, lang, voiceUri, rate, control.signal).then(outcome => {
      CSS.highlights?.delete(MARK)
      running.current = null
      setSpeaking(false)
      setTrouble(outcome)
    })
  }
  return { speaking, trouble, toggle, stop }
}

async function readAloud(
  shown: Element,
  lang: string,
  voiceUri: string | undefined,
  rate: number,
  signal: AbortSignal,
): Promise<Aloud['trouble']> {
  const voices = await voicesFor(lang)
  const voice = voices.find(({ voiceURI }) => voiceURI === voiceUri) ?? voices[0]
  if (!voice) return 'noVoice'
  for (const { from, to, text } of sentencesWithin(shown, lang)) {
    if (signal.aborted) return null
    if (text.trim() === '') continue
    CSS.highlights?.set(MARK, new Highlight(rangeOver(from, to)))
    if ((await speak(text, { voice, rate }, signal)) === 'failed') return 'voiceStopped'
  }
  return null
}
