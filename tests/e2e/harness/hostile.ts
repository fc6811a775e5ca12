/** The usual ways in which a page's markup runs, loads, sends, frames, styles or is parsed anew as something else. */
export const HOSTILE = `<p>Safe words stay.</p>
  <img src=x onerror="window.bad=1"><svg onload="window.bad=1"><script>window.bad=1</script></svg>
  <a id="js" href="javascript:window.bad=1">a link</a><a href="jAva&#x09;script:window.bad=1">another</a>
  <iframe srcdoc="<script>parent.bad=1</script>"></iframe><iframe src="/never/frame"></iframe>
  <meta http-equiv="refresh" content="900;url=/never/refresh"><noscript><meta http-equiv="refresh" content="0;url=/never"></noscript>
  <form action="/never/form"><input name="x" autofocus onfocus="window.bad=1"><button>send</button></form>
  <style>body{background:url(/never/style)}</style><p style="background:url(/never/inline);position:fixed">styled</p>
  <link rel="stylesheet" href="/never/sheet"><object data="/never/object"></object><embed src="/never/embed">
  <math><mtext><table><mglyph><style><img src=x onerror="window.bad=1"></style></mglyph></table></mtext></math>
  <svg><style><a title="</style><img src=x onerror=window.bad=1>"></a></style></svg>
  <noscript><p title="</noscript><img src=x onerror=window.bad=1>"></p></noscript>
  <details open ontoggle="window.bad=1"><summary>more</summary>inner words</details>
  <video src="/never/video" autoplay onerror="window.bad=1"></video><audio src="/never/audio"></audio>
  <img name="getElementById" src="/never/picture.png" srcset="/never/set.png 2x"><a id="chrome" name="body">clobber</a>
  <template><img src=x onerror="window.bad=1"></template><math href="javascript:window.bad=1"><mi>y</mi></math>`
