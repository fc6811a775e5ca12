import { animate, stagger } from 'motion'

animate(
  'b',
  { x: [0, 200], opacity: [1, 0.4] },
  { delay: stagger(0.15), duration: 0.7, repeat: Number.POSITIVE_INFINITY, repeatType: 'mirror' },
)
