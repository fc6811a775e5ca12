import { expect, test } from 'vitest'
import { Fragment, jsx, markupOf } from '@/utils/markup/jsx-runtime'

test('makes text of elements, components and what stands in them', () => {
  const Name = ({ name }: Readonly<Record<string, unknown>>) => jsx('b', { children: name })
  const made = jsx('p', { class: 'a', children: ['One ', jsx(Name, { name: 2 }), null, false, undefined] })
  expect(markupOf(jsx(Fragment, { children: [made, jsx('input', { type: 'range' })] }))).toBe(
    '<p class="a">One <b>2</b></p><input type="range">',
  )
})

test('lets no text become an element or end an attribute', () => {
  expect(markupOf(jsx('p', { title: '"><b>', children: '<b>&' }))).toBe(
    '<p title="&#34;&#62;&#60;b&#62;">&#60;b&#62;&#38;</p>',
  )
})

test('says a state of ARIA either way, and what is not there not at all', () => {
  const props = { 'aria-disabled': false, disabled: false, checked: true, onClick: () => {}, id: undefined }
  expect(markupOf(jsx('button', props))).toBe('<button aria-disabled="false" checked=""></button>')
  expect(markupOf(jsx('i', { style: { '--at': 0.5, width: '1%' } }))).toBe(
    '<i style="--at:0.5;width:1%"></i>',
  )
})

test('makes nothing of what is not shown', () => {
  const Broken = () => {
    throw new Error('made')
  }
  const Fold = () => jsx('details', { children: 'More' })
  expect(markupOf(jsx(Fold, { children: jsx(Broken, {}) }))).toBe('<details>More</details>')
})
