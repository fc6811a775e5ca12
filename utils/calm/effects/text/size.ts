import {
  any,
  BUTTONS,
  HEADINGS,
  ICONS,
  inside,
  LINE_FIELDS,
  MENUS,
  NOT_TEXT,
  throughout,
  WHOLES,
} from './parts'

/** Line height, as a factor of the visible text size, that keeps enlarged lines apart when none is asked for. */
const LEAST_LINE_HEIGHT = 1.3

/** Space before list items in the browsers' own style sheets, in px: what the number or dot stands in. */
const LIST_INDENT = 40

/**
 * Enlarges text by `factor`, whatever unit its size is written in.
 *
 * `font-size-adjust` scales what is painted and leaves the computed font size alone, so it cannot compound, whatever
 * is nested. `ic-width` is the width of a full-width ideograph: one em in fonts that have it, and counted as one em
 * in fonts that have not. So the factor holds for every font, where the x-height of icon fonts means nothing.
 */
export function sizeRules(factor: number): string {
  return `
    *{font-size-adjust:ic-width ${factor}!important}
    ${throughout(NOT_TEXT)}{font-size-adjust:none!important}
    ${any(WHOLES)}{zoom:${factor}!important}
    :is(${any(WHOLES)}) :is(${any(WHOLES)}){zoom:1!important}
    ${roomRules(factor)}`
}

/**
 * Sets the distance between lines to `percent` of the text size, and keeps enlarged lines apart when it is 0. The
 * computed font size has not grown, so the factor has to be in the line height. Headings stay closer: apart, their
 * lines read as headings each. Formulas get the line height that their own style sheets build on.
 */
export function lineRules(percent: number, factor: number): string {
  const share = percent ? percent / 100 : LEAST_LINE_HEIGHT
  const headingShare = Math.min(share, LEAST_LINE_HEIGHT)
  return `
    :not(sup,sub){line-height:${share * factor}!important}
    ${throughout(HEADINGS)}{line-height:${headingShare * factor}!important}
    math{line-height:normal!important}
    .katex{line-height:1.2!important}
    mjx-container{line-height:0!important}
    ${any(ICONS)}{line-height:1!important}
    ${inside(NOT_TEXT)}{line-height:inherit!important}`
}

/**
 * Makes room for larger text in boxes measured for the page's own. What is not `!important` is only a better default:
 * it gives way to whatever the page declares. Firefox takes `min-content` for no height at all.
 *
 * No rule here may go by `+`, `:nth-child()` or `:first-of-type`: Chromium works out the styles of all that follows anew
 * whenever an element comes or goes.
 */
function roomRules(factor: number): string {
  return `
    :root{overflow-wrap:break-word}
    :is(ul,ol,menu){padding-inline-start:${LIST_INDENT * factor}px}
    ${MENUS},${MENUS} :is(ul,ol,menu){flex-wrap:wrap}
    ${MENUS} :is(a,li){align-content:center}
    pre{overflow-x:auto}
    :is(input,select,textarea){max-inline-size:100%}
    p:first-child::first-letter{line-height:${factor}!important}
    ${LINE_FIELDS}{padding-block:.25em!important;min-block-size:calc(1lh + .5em + 4px)!important}
    ${BUTTONS}{min-block-size:min-content!important}
    @supports (-moz-appearance:none){
      ${BUTTONS}:not(:empty,:has(>:is(svg,img,i):only-child)){min-block-size:calc(1lh + 4px)!important}
    }`
}
