import { createElement as h, useState } from 'react'
import { createRoot } from 'react-dom/client'

function List() {
  const [items, setItems] = useState([])
  const [text, setText] = useState('')
  const add = event => {
    event.preventDefault()
    setItems([...items, text])
    setText('')
    if (items.length === 1)
      document.title = items[0] === 'milk' && text === 'bread' ? 'works' : `${items} ${text}`
  }
  return h(
    'form',
    { onSubmit: add },
    h('input', { value: text, onChange: event => setText(event.target.value) }),
    h(
      'ul',
      null,
      items.map(item => h('li', { key: item }, item)),
    ),
  )
}
createRoot(document.querySelector('main')).render(h(List))
