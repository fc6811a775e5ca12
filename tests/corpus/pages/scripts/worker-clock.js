let beat = 0
setInterval(() => postMessage(++beat), 30)
