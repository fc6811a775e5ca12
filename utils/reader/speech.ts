/** How a text is to be spoken. */
export interface Manner {
  readonly voice: SpeechSynthesisVoice
  /** In % of the voice's own. */
  readonly rate: number
}

/** How long a browser may take to find its voices, ms. */
const VOICES_MS = 1500

/**
 * The voices on this device for a language, those of its own region first. A voice that lives on a server would send
 * there what is read, so it is none.
 */
export async function voicesFor(lang: string): Promise<SpeechSynthesisVoice[]> {
  const synthesis = window.speechSynthesis
  if (!synthesis) return []
  if (synthesis.getVoices().length === 0) await voicesFound(synthesis)
  const [wanted, base] = [normal(lang), normal(lang).split('-')[0]]
  const fitting = synthesis
    .getVoices()
    .filter(voice => voice.localService && normal(voice.lang).split('-')[0] === base)
  return fitting.sort((a, b) => Number(normal(b.lang) === wanted) - Number(normal(a.lang) === wanted))
}

/** @returns 'spoken' at its end, 'stopped' when `signal` aborts, 'failed' where the voice does not go on. */
export function speak(
  text: string,
  { voice, rate }: Manner,
  signal: AbortSignal,
): Promise<'spoken' | 'stopped' | 'failed'> {
  return new Promise(done => {
    if (signal.aborted) return done('stopped')
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.rate = rate / 100
    utterance.onend = () => done(signal.aborted ? 'stopped' : 'spoken')
    utterance.onerror = () => done(signal.aborted ? 'stopped' : 'failed')
    signal.addEventListener('abort', () => {
      window.speechSynthesis.cancel()
      done('stopped')
    })
    window.speechSynthesis.speak(utterance)
  })
}

const normal = (lang: string) => lang.toLowerCase().replace('_', '-')

function voicesFound(synthesis: SpeechSynthesis): Promise<void> {
  return new Promise(done => {
    synthesis.addEventListener('voiceschanged', () => done(), { once: true })
    setTimeout(done, VOICES_MS)
  })
}
