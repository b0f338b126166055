// All the ways in which somebody asks a long-running command to stop.

/**
 * Calls `stop` on Ctrl-C, SIGTERM, SIGHUP, and when the shell that npm put between itself and us is gone: npm passes signals to
 * that shell alone, and the shell passes them to nobody.
 * @param {() => void} stop may be called more than once
 */
export function onStopRequest(stop) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  if (!process.env['npm_lifecycle_event']) return;
  const parent = process.ppid;
  setInterval(() => void (process.ppid !== parent && stop()), 300).unref();
}
