/** What a computed style says of a background, each a list with a value for each of its layers. */
export const LISTS = [
  'backgroundImage',
  'backgroundPosition',
  'backgroundSize',
  'backgroundRepeat',
  'backgroundOrigin',
  'backgroundClip',
  'backgroundAttachment',
  'backgroundBlendMode',
] as const

export type BackgroundStyle = Readonly<Record<(typeof LISTS)[number], string>>

/** A layer that is a picture: gradients are none. */
const PICTURE = /(?:^|[\s(,-])(?:url|image-set|element|cross-fade)\(/

/** @returns whether the value of a style shows a picture. */
export const showsPicture = (value: string): boolean => PICTURE.test(value)

/**
 * The background with its pictures in another tone and all else as it is.
 *
 * A picture is made grey by itself alone, so that what is transparent in it stays so: laid over itself by `difference` it is
 * black in its own shape, and a third time, by `luminosity`, it gives that its light and no colour. The browser loads
 * nothing for it: it is the same picture.
 *
 * @param veil a colour, partly transparent, that is laid over all of it
 * @returns null where there is nothing to change
 */
export function toned(own: BackgroundStyle, grey: boolean, veil: string | null): BackgroundStyle | null {
  const layers = layersOf(own)
  if (!layers.some(isPicture) || layers.some(({ backgroundClip }) => backgroundClip === 'text')) return null
  const changed = grey ? layers.flatMap(layer => (isPlainPicture(layer) ? greyOf(layer) : [layer])) : layers
  const all = veil === null ? changed : [veilOver(layers.at(-1), veil), ...changed]
  return all.length === layers.length ? null : joined(all)
}

const isPicture = ({ backgroundImage }: BackgroundStyle) => showsPicture(backgroundImage)

/** One that the page mixes with what is below it cannot be mixed once more. */
const isPlainPicture = (layer: BackgroundStyle) => isPicture(layer) && layer.backgroundBlendMode === 'normal'

const greyOf = (layer: BackgroundStyle): BackgroundStyle[] =>
  ['luminosity', 'difference', 'normal'].map(backgroundBlendMode => ({ ...layer, backgroundBlendMode }))

function veilOver(lowest: BackgroundStyle | undefined, colour: string): BackgroundStyle {
  return {
    backgroundImage: `linear-gradient(${colour}, ${colour})`,
    backgroundPosition: '0% 0%',
    backgroundSize: 'auto',
    backgroundRepeat: 'repeat',
    backgroundOrigin: 'border-box',
    backgroundClip: lowest?.backgroundClip ?? 'border-box',
    backgroundAttachment: 'scroll',
    backgroundBlendMode: 'normal',
  }
}

function layersOf(own: BackgroundStyle): BackgroundStyle[] {
  const lists = LISTS.map(name => [name, partsOf(own[name])] as const)
  return partsOf(own.backgroundImage).map(
    (_, at) =>
      Object.fromEntries(
        lists.map(([name, values]) => [name, values[at % values.length]]),
      ) as unknown as BackgroundStyle,
  )
}

function joined(layers: readonly BackgroundStyle[]): BackgroundStyle {
  const lists = LISTS.map(name => [name, layers.map(layer => layer[name]).join(', ')])
  return Object.fromEntries(lists) as BackgroundStyle
}

/** @returns the values of a list, parted at its commas: those in brackets and quotes part nothing. */
export function partsOf(list: string): string[] {
  const tokens = list.match(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\\.|[(),]|[^"'\\(),]+/gs) ?? []
  const parts = ['']
  let depth = 0
  for (const token of tokens) {
    if (token === '(') depth++
    if (token === ')') depth--
    if (token === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += token
  }
  return parts.map(part => part.trim())
}
