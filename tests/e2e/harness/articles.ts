/** Articles of our own in several scripts, long enough for several portions. */
interface Fixture {
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly sentences: readonly string[]
  readonly heading: string
  readonly writingMode?: 'vertical-rl' | 'vertical-lr'
}

const FIXTURES: Readonly<Record<'en' | 'ar' | 'zh' | 'ja' | 'mn', Fixture>> = {
  en: {
    lang: 'en',
    dir: 'ltr',
    heading: 'Behind the dune',
    sentences: [
      'The wind comes over the sea and bends the grass on the dune.',
      'Behind the dune the air is still, and a person can sit there for a while.',
      'Dr. Vos wrote that shelter is not the absence of wind but a place beside it.[1]',
      'Nobody has to go anywhere today.',
    ],
  },
  ar: {
    lang: 'ar',
    dir: 'rtl',
    heading: 'خلف الكثيب',
    sentences: [
      'تأتي الريح من البحر وتحني العشب على الكثيب.',
      'خلف الكثيب يكون الهواء ساكنا ويمكن للمرء أن يجلس هناك قليلا.',
      'هل تسمع صوت الموج من بعيد؟',
      'لا أحد مضطر إلى الذهاب إلى أي مكان اليوم.',
    ],
  },
  zh: {
    lang: 'zh',
    dir: 'ltr',
    heading: '沙丘后面',
    sentences: [
      '风从海上吹来，吹弯了沙丘上的草。',
      '沙丘后面空气平静，人可以在那里坐一会儿。',
      '你听见远处的浪声了吗？',
      '今天谁都不必去任何地方。',
    ],
  },
  ja: {
    lang: 'ja',
    dir: 'ltr',
    writingMode: 'vertical-rl',
    heading: '砂丘のかげ',
    sentences: [
      '風が海をわたって吹き、砂丘の草をたわませる。',
      '砂丘のかげでは空気がしずかで、人はしばらく座っていられる。',
      '遠くの波の音が聞こえますか？',
      '今日はだれもどこへも行かなくてよい。',
    ],
  },
  mn: {
    lang: 'mn-Mong',
    dir: 'ltr',
    writingMode: 'vertical-lr',
    heading: 'ᠮᠠᠩᠬᠠᠨ',
    sentences: [
      'ᠰᠠᠯᠬᠢ ᠳᠠᠯᠠᠢ ᠡᠴᠡ ᠢᠷᠡᠳᠡᠭ᠃',
      'ᠮᠠᠩᠬᠠᠨ ᠤ ᠠᠷᠤ ᠳᠤ ᠠᠭᠠᠷ ᠨᠠᠮᠤᠬᠠᠨ ᠪᠠᠢᠳᠠᠭ᠃',
      'ᠬᠦᠮᠦᠨ ᠲᠡᠨᠳᠡ ᠰᠠᠭᠤᠵᠤ ᠪᠣᠯᠤᠨᠠ᠃',
      'ᠥᠨᠥᠳᠥᠷ ᠬᠡᠨ ᠴᠤ ᠶᠠᠪᠤᠬᠤ ᠦᠭᠡᠢ᠃',
    ],
  },
}

export type Script = keyof typeof FIXTURES

/** @returns some sentences in a script. */
export const sentencesIn = (script: Script): readonly string[] => FIXTURES[script].sentences

/** @returns a page with menus around an article of that many paragraphs, a table, a list and code within it. */
export function articlePage(script: Script, paragraphs = 12, inside = ''): string {
  const { lang, dir, sentences, heading, writingMode = 'horizontal-tb' } = FIXTURES[script]
  const gap = script === 'zh' || script === 'ja' ? '' : ' '
  // Numbered, so that no two are the same.
  let number = 0
  const next = () => `${++number} ${sentences[number % sentences.length]}`
  const paragraph = (index: number) => `<p>${Array.from({ length: 6 + (index % 3) }, next).join(gap)}</p>`
  const part = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => paragraph(from + index)).join('\n')
  const third = Math.ceil(paragraphs / 3)
  return `<!doctype html><html lang="${lang}" dir="${dir}" style="writing-mode:${writingMode}"><head><meta charset="utf-8"><title>${heading}</title></head>
<body><nav><a href="/a">One</a> <a href="/b">Two</a></nav><main><article><h1>${heading}</h1>
${part(0, third)}
<h2>${heading} 2</h2>${part(third, third)}
<table><tr><th>${sentences[0]}</th></tr><tr><td>${sentences[1]}</td></tr></table>
<ul>${sentences.map(sentence => `<li>${sentence}${gap}${sentence}</li>`).join('')}</ul>
<pre><code>let wind = 3
let lee = wind - 3</code></pre>${inside}
<h2>${heading} 3</h2>${part(2 * third, third)}
</article></main><footer><a href="/c">Three</a></footer></body></html>`
}
