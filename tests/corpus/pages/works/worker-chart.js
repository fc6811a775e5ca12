onmessage = ({ data: canvas }) => {
  const context = canvas.getContext('2d')
  context.fillStyle = 'teal'
  let bars = 0
  const draw = () => {
    context.fillRect(bars * 10, 200 - bars * 4, 8, 200)
    if (++bars < 40) setTimeout(draw, 50)
    else postMessage('drawn')
  }
  setTimeout(draw, 600)
}
