import { h, render } from 'preact'

render(h('p', null, 'Empty'), document.body)
