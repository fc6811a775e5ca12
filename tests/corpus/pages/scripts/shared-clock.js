onconnect = ({ ports: [port] }) => setInterval(() => port.postMessage(0), 40)
