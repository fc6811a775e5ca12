import { createElement, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'

function Orbit() {
  const [time, setTime] = useState(0)
  useEffect(() => {
    let frame = requestAnimationFrame(function step(now) {
      setTime(now)
      frame = requestAnimationFrame(step)
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  const style = {
    position: 'absolute',
    width: 60,
    height: 60,
    background: 'teal',
    left: 200 + 150 * Math.cos(time / 500),
    top: 120 + 90 * Math.sin(time / 500),
  }
  return createElement('div', { style })
}
createRoot(document.querySelector('main')).render(createElement(Orbit))
