import { softTone } from './tone'

/** Plays the soft sound once, in a document of Luwte's own. Resolves when it has ended. */
export async function playTone(): Promise<void> {
  const context = new AudioContext()
  const samples = softTone(context.sampleRate)
  const buffer = context.createBuffer(1, samples.length, context.sampleRate)
  buffer.copyToChannel(samples, 0)
  const source = new AudioBufferSourceNode(context, { buffer })
  source.connect(context.destination)
  source.start()
  await new Promise(ended => source.addEventListener('ended', ended))
  await context.close()
}
