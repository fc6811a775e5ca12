import { animate } from 'motion'

const box = document.getElementById('box')
animate(0, 300, {
  duration: 0.9,
  repeat: Number.POSITIVE_INFINITY,
  repeatType: 'reverse',
  onUpdate: x => {
    box.style.left = `${x}px`
  },
})
