// A worker's clock: a tab in the background slows its own timers down to one a minute, and the
// hall would take the window for gone.
const everySeconds = 20
setInterval(() => postMessage('beat'), everySeconds * 1000)
