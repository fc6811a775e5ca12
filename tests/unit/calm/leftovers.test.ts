import { describe, expect, test, vi } from 'vitest'
import { leftoversIn } from '@/utils/calm/background/leftovers'
import { type FrameReport, isCalmerAfterReload, leftOnPage } from '@/utils/calm/leftovers'

const { page } = vi.hoisted(() => ({
  page: { frames: [] as { frameId: number; errorOccurred: boolean }[], answers: [] as unknown[] },
}))
vi.mock('wxt/browser', () => ({
  browser: {
    webNavigation: { getAllFrames: async () => page.frames },
    tabs: {
      sendMessage: async (_tab: number, _question: object, { frameId }: { frameId: number }) => {
        if (page.answers[frameId] === undefined) throw new Error('nobody there')
        return page.answers[frameId]
      },
    },
  },
}))

const CALM: FrameReport = { left: [], strangers: 0, isStranger: false }

describe('what is left on a page', () => {
  test('nothing, where every frame is calm', () => {
    expect(leftOnPage([CALM, { ...CALM, isStranger: true }, { ...CALM, strangers: 1 }], 0)).toEqual([])
  })

  test('each kind once, in one order, whichever frame tells of it', () => {
    const left = leftOnPage(
      [
        { ...CALM, left: ['pictures'] },
        { ...CALM, left: ['scripts', 'pictures'] },
      ],
      0,
    )
    expect(left).toEqual(['scripts', 'pictures'])
  })

  test('a frame that is seen and does not answer', () => {
    expect(
      leftOnPage(
        [
          { ...CALM, strangers: 2 },
          { ...CALM, isStranger: true },
        ],
        0,
      ),
    ).toEqual(['frames'])
  })

  test('no frame that could not be loaded', () => {
    expect(leftOnPage([{ ...CALM, strangers: 1 }], 1)).toEqual([])
  })

  test('a reload helps against what had begun before calm mode', () => {
    expect(isCalmerAfterReload(['scriptsStarted', 'frames'])).toBe(true)
    expect(isCalmerAfterReload(['frames'])).toBe(false)
  })
})

describe('asking the frames of a tab', () => {
  const ask = (...answers: unknown[]) => {
    page.frames = answers.map((_, frameId) => ({ frameId, errorOccurred: false }))
    page.answers = answers
    return leftoversIn(7)
  }

  test('puts together what they answer', async () => {
    expect(await ask({ ...CALM, left: ['video'] }, { ...CALM, left: ['canvas'] })).toEqual([
      'canvas',
      'video',
    ])
  })

  test('believes no answer of another shape', async () => {
    const wrong = [{ ...CALM, left: ['<b>'] }, { ...CALM, strangers: -1 }, { left: ['video'] }, 'video', null]
    expect(await ask(CALM, ...wrong)).toEqual([])
  })

  test('goes on without a frame that has no script in it', async () => {
    expect(await ask({ ...CALM, strangers: 1 }, undefined)).toEqual(['frames'])
  })
})
