/**
 * Motion that style alone can still.
 *
 * - A background that is fixed on the page itself stands still on the screen; on any other box it slides under the text.
 * - The old picture of a view transition goes at once, so that the two never show through each other.
 * - `caret-animation` is known to Chromium alone, and inherited.
 * - A progress bar of unknown length rests empty: full would say that the work is done.
 * - No script can reach what moves in the parts of controls, and in the copies that drawings make by `use`.
 */
export const STILL_RULES = `
*{scroll-behavior:auto!important}
:not(:root,body){background-attachment:scroll!important}
:root{caret-animation:manual!important}
::view-transition-group(*),::view-transition-image-pair(*),::view-transition-new(*){animation:none!important}
::view-transition-old(*){animation:none!important;display:none!important}
progress:indeterminate{appearance:none!important}
progress:indeterminate::-moz-progress-bar{inline-size:0!important}
symbol,:is(symbol,defs) *,::placeholder,::file-selector-button,::-webkit-slider-thumb,::-webkit-progress-value{animation-duration:0s!important}
::-moz-range-thumb{animation:none!important}`
