/** A language that the stores are given pictures in. */
export type StoreLanguage = 'en' | 'nl'

interface PageWords {
  readonly title: string
  readonly sections: readonly string[]
  readonly hero: string
  readonly kicker: string
  readonly heading: string
  readonly byline: string
  readonly paragraphs: readonly string[]
  readonly advert: readonly [string, string, string]
}

const WORDS: Readonly<Record<StoreLanguage, PageWords>> = {
  en: {
    title: 'The Daily Blare',
    sections: ['News', 'Sport', 'Money', 'Deals', 'Video'],
    hero: 'Ten hills you have to see before Thursday',
    kicker: 'Special report',
    heading: 'The town that forgot to be in a hurry',
    byline: 'By our reporter on the spot',
    paragraphs: [
      'Nobody in Lower Wick can say when it began. The clock on the market square stopped one evening in March, and by April most people had stopped looking up at it. The baker opens when the bread is done.',
      '“People come here by accident and then they sit down,” says Ada Moss, who keeps the library. She does not lend out more than two books at a time. There is no rule about it. It is only that nobody has ever asked her for three.',
      'Visitors do notice things. The shop signs do not light up. In the evening the square is so quiet that the fountain sounds like a crowd.',
      'The council is not sure what to do with the attention. A consultant has proposed a festival of slowness, with a stage. The proposal is on the table, and the table is in the sun.',
      'For now the ferry comes twice a day. Those who miss it wait on the bench, and the bench, everyone agrees, is a good one.',
    ],
    advert: ['Everything', '−70%', 'this week only'],
  },
  nl: {
    title: 'Het Dagelijks Lawaai',
    sections: ['Nieuws', 'Sport', 'Geld', 'Koopjes', 'Video'],
    hero: 'Tien duinen om nu te zien',
    kicker: 'Reportage',
    heading: 'Het dorp dat vergat om haast te hebben',
    byline: 'Van onze verslaggever ter plaatse',
    paragraphs: [
      'Niemand in Nederwijk weet nog wanneer het begon. De klok op het plein bleef op een avond in maart stilstaan, en in april keek bijna niemand er meer naar om. De bakker gaat open als het brood klaar is.',
      '‘Mensen komen hier per ongeluk en gaan dan zitten’, zegt Ada Mos van de bibliotheek. Ze leent nooit meer dan twee boeken tegelijk uit. Daar is geen regel voor. Er heeft alleen nog nooit iemand om drie gevraagd.',
      'Bezoekers merken wel iets. De winkels hebben geen lichtreclame. ’s\u00a0Avonds is het zo stil op het plein dat de fontein klinkt als een menigte.',
      'De gemeente weet niet goed wat ze met de aandacht aan wil. Een adviseur stelde een feest van de traagheid voor, met een podium. Het voorstel ligt op tafel, en de tafel staat in de zon.',
      'Voorlopig komt de veerboot twee keer per dag. Wie hem mist, wacht op het bankje. En dat bankje, daar is iedereen het over eens, zit goed.',
    ],
    advert: ['Alles', '−70%', 'alleen deze week'],
  },
}

/** @returns a bright news page in that language, in the looks of the demo page. */
export function storePage(language: StoreLanguage): string {
  const { title, sections, hero, kicker, heading, byline, paragraphs, advert } = WORDS[language]
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${heading}</title>
<link rel="stylesheet" href="/demo/style.css">
<header class="top"><a class="brand" href="#">${title}</a><nav>${sections.map(name => `<a href="#">${name}</a>`).join('')}</nav></header>
<section class="hero"><div class="slides"><article class="slide slide-hill"><h1>${hero}</h1></article></div></section>
<div class="page"><main><article class="story"><p class="kicker">${kicker}</p><h2>${heading}</h2>
<p class="byline">${byline}</p>${paragraphs.map(text => `<p>${text}</p>`).join('')}</article></main>
<aside><div style="background:#fff200;color:#000;padding:1rem;text-align:center;font:700 1.25rem sans-serif">${advert[0]}<br><span style="color:#b0005c;font-size:2.5rem">${advert[1]}</span><br>${advert[2]}</div></aside></div>`
}
