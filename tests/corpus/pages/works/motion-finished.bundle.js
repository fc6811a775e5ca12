import { animate, inView } from 'motion'

inView('p', async element => {
  await animate(element, { opacity: [0, 1], y: [40, 0] }, { duration: 0.6 })
  document.title = getComputedStyle(element).opacity === '1' ? 'works' : 'hidden'
})
