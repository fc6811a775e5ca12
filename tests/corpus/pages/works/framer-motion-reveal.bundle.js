import { AnimatePresence, motion } from 'framer-motion'
import { createElement, useState } from 'react'
import { createRoot } from 'react-dom/client'

function Page() {
  const [open, setOpen] = useState(true)
  const note = createElement(
    motion.p,
    {
      key: 'note',
      initial: { opacity: 0, y: 40 },
      animate: { opacity: 1, y: 0 },
      exit: { opacity: 0 },
      transition: { duration: 0.5 },
      onAnimationComplete: () => setOpen(false),
    },
    'A note',
  )
  const gone = () => {
    document.title = document.querySelector('p') ? 'stayed' : 'works'
  }
  return createElement(AnimatePresence, { onExitComplete: () => setTimeout(gone) }, open && note)
}
createRoot(document.querySelector('main')).render(createElement(Page))
