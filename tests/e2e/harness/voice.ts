import type { Page } from 'playwright-core'

/** A voice of this device and one from elsewhere, neither of which makes a sound. */
export interface StubVoices {
  /** What was spoken by which voice, in order. */
  said(): Promise<string[]>
  /** The sentence that is spoken now has been spoken. */
  endSentence(): Promise<void>
}

/** What the stub keeps in the page. */
interface WithStub {
  said: string[]
  endSentence(): void
}

/** Puts voices into a page that speak each utterance until they are told to go on. */
export async function stubVoices(page: Page): Promise<StubVoices> {
  await page.evaluate(() => {
    const said: string[] = []
    let end = () => {}
    class Utterance {
      onend = () => {}
      lang = ''
      constructor(readonly text: string) {}
    }
    const voices = [
      { lang: 'en-GB', localService: true, voiceURI: 'near', name: 'Near' },
      { lang: 'en-US', localService: false, voiceURI: 'far', name: 'Far' },
    ]
    const synthesis = {
      getVoices: () => voices,
      speak(utterance: Utterance & { voice: { name: string } }) {
        said.push(`${utterance.voice.name}: ${utterance.text.trim()}`)
        end = () => utterance.onend()
      },
      cancel: () => end(),
    }
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
    Object.assign(window, { SpeechSynthesisUtterance: Utterance, said, endSentence: () => end() })
  })
  return {
    said: () => page.evaluate(() => (window as unknown as WithStub).said),
    endSentence: () => page.evaluate(() => (window as unknown as WithStub).endSentence()),
  }
}
