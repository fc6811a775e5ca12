import { motion } from 'framer-motion'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

const box = createElement(motion.div, {
  style: { width: 80, height: 80, background: 'teal' },
  animate: { x: 300, rotate: 180 },
  transition: { duration: 0.8, repeat: Number.POSITIVE_INFINITY, repeatType: 'reverse' },
})
createRoot(document.querySelector('main')).render(box)
