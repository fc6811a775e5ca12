/** What Playwright's and Puppeteer's pages have in common here. */
interface AnyPage {
  evaluate<R>(run: () => R): Promise<Awaited<R>>
  evaluate(run: (lang: string) => void, lang: string): Promise<void>
}

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

/** Puts voices for a language into a page that speak each utterance until they are told to go on. */
export async function stubVoices(page: AnyPage, lang = 'en-GB'): Promise<StubVoices> {
  await page.evaluate(lang => {
    const said: string[] = []
    let end = () => {}
    class Utterance {
      onend = () => {}
      lang = ''
      constructor(readonly text: string) {}
    }
    const voices = [
      { lang, localService: true, voiceURI: 'near', name: 'Near' },
      { lang, localService: false, voiceURI: 'far', name: 'Far' },
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
  }, lang)
  return {
    said: () => page.evaluate(() => (window as unknown as WithStub).said),
    endSentence: () => page.evaluate(() => (window as unknown as WithStub).endSentence()),
  }
}
