import { createElement, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'

function Slides({ colours }) {
  const [at, setAt] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setAt(at => (at + 1) % colours.length), 900)
    return () => clearInterval(timer)
  }, [colours.length])
  return createElement('div', {
    style: { height: 200, background: colours[at], transition: 'background 0.3s' },
  })
}
createRoot(document.querySelector('main')).render(
  createElement(Slides, { colours: ['teal', 'gold', 'crimson'] }),
)
