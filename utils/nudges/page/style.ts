/** In px throughout: rem comes from the page. No red, nothing bright, nothing that moves. */
const COMMON = `
*{box-sizing:border-box}
:where([lang]){all:initial;direction:ltr;font:16px/24px system-ui,sans-serif;color:#c6c8c2}
p{margin:0;font:inherit;color:inherit;overflow-wrap:break-word;text-wrap:pretty}
button{
  min-height:48px;padding:6px 10px;margin:0;border:1px solid #757d80;border-radius:10px;background:#2d3235;
  font:500 15px/20px system-ui,sans-serif;color:#c6c8c2;cursor:pointer;overflow-wrap:anywhere;
}
button:hover{background:#31373a}
button:is(:focus-visible,.ring){outline:2px solid #9fb0b4;outline-offset:2px}
@media (forced-colors:active){button:is(:focus-visible,.ring){outline-color:Highlight}}
`

/** The card in the corner. It has one size for every line that is usual, so that nothing moves when the line changes. */
export const CARD_CSS = `${COMMON}
.card{
  display:block;pointer-events:none;flex:0 1 auto;min-height:0;width:344px;max-width:100%;padding:18px;box-sizing:border-box;
  overflow:auto;overscroll-behavior:contain;
  border:1px solid #3b4144;border-radius:14px;background:#22272a;
}
.card.met{pointer-events:auto}
.words{display:flex;flex-direction:column;gap:14px;min-height:134px}
.line{flex:1 0 auto;display:flex;align-items:center}
.buttons{display:flex;flex-wrap:wrap;gap:10px}
.buttons:empty{display:none}
.buttons button{flex:1 1 0;min-width:min-content}
`

/**
 * The rest surface. It stays dark in forced colours too: darkness is what it is for. Where there is little height the
 * breathing shape is smaller and all stands closer, so that nothing has to be scrolled to be read.
 */
export const REST_CSS = `${COMMON}
dialog{
  --gap:clamp(8px,4vh,24px);
  position:fixed;inset:0;width:auto;height:auto;max-width:none;max-height:none;margin:0;padding:var(--gap) 24px;border:0;
  overflow:auto;overscroll-behavior:contain;background:#0b0d0e;color:#9ba09b;forced-color-adjust:none;
  font:18px/28px system-ui,sans-serif;
}
dialog::backdrop{background:none}
dialog:not(:modal,:popover-open){display:none}
.middle{
  display:grid;grid-template-rows:1fr auto 1fr;justify-items:center;gap:var(--gap);
  min-height:100%;max-width:520px;margin:0 auto;text-align:center;
}
.idea{align-self:end;display:grid;gap:20px;min-height:56px}
.idea p{text-wrap:balance}
.idea :empty{display:none}
.breath{display:grid;place-items:center;width:100%;min-height:clamp(24px,100vh - 260px,200px)}
.breath p{text-wrap:balance}
.breath:not(.on){visibility:hidden}
.breath > *{grid-area:1/1}
.shape{
  width:clamp(22px,100vh - 262px,196px);aspect-ratio:1;
  background:radial-gradient(closest-side,#46545a,#46545ad0 25%,#46545a70 55%,#46545a20 82%,#46545a00);
}
.below{align-self:start;display:grid;justify-items:center;gap:var(--gap)}
.done{min-height:56px;text-wrap:balance}
.buttons{display:flex;flex-wrap:wrap;justify-content:center;gap:14px}
.buttons button{min-width:112px;background:#14181a;border-color:#5d6568;color:#a6aba5}
.buttons button:hover{background:#191e20}
.buttons button:is(:focus-visible,.ring){outline-color:#69777b}
.buttons [aria-pressed=true]{border-color:#99a3a6}
@media (max-height:420px){.middle{grid-template-rows:auto auto auto;align-content:center}}
`
