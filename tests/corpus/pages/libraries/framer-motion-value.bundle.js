import { motion, useAnimationFrame, useMotionValue } from 'framer-motion'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

function Drift() {
  const x = useMotionValue(0)
  useAnimationFrame(time => x.set((time / 5) % 300))
  return createElement(motion.div, { style: { x, width: 80, height: 80, background: 'crimson' } })
}
createRoot(document.querySelector('main')).render(createElement(Drift))
