onmessage = ({ data: canvas }) => {
  const context = canvas.getContext('2d')
  const draw = time => {
    context.clearRect(0, 0, 400, 200)
    context.fillStyle = 'teal'
    context.fillRect((time / 5) % 400, 50, 60, 60)
    requestAnimationFrame(draw)
  }
  requestAnimationFrame(draw)
}
