// The address the application listens on, looked at before anything is started.
import { createServer } from 'node:net';

/** Something the person at the keyboard can put right; shown without a stack. */
export class StartRefusedError extends Error {
  /** @param {...string} lines */
  constructor(...lines) {
    super(lines.join('\n'));
    this.name = 'StartRefusedError';
  }
}

/**
 * The port named by PORT, 3000 where nothing is said. Refuses what is no port.
 * @param {string | undefined} text
 */
export function portFrom(text) {
  if (text === undefined || text === '') return 3000;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65535) return port;
  throw new StartRefusedError(
    `PORT=${text} không phải là một cổng. Hãy đặt PORT là một số từ 1 đến 65535, ví dụ: PORT=8080 npm start`,
    `PORT=${text} is no port. Set PORT to a number from 1 to 65535, for example: PORT=8080 npm start`,
  );
}

/** @param {number} port @param {NodeJS.ErrnoException} error */
function refusal(port, error) {
  if (error.code === 'EADDRINUSE') {
    return new StartRefusedError(
      `Cổng ${port} đang có chương trình khác sử dụng. Hãy dừng chương trình đó, hoặc chọn cổng khác: PORT=${port + 1} npm start`,
      `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
    );
  }
  if (error.code === 'EACCES') {
    return new StartRefusedError(
      `Không có quyền mở cổng ${port}. Hãy chọn một cổng từ 1024 trở lên, ví dụ: PORT=8080 npm start`,
      `Port ${port} may not be opened by this user. Choose a port from 1024 up, for example: PORT=8080 npm start`,
    );
  }
  return new StartRefusedError(`Không mở được cổng ${port} / Port ${port} can't be opened: ${error.message}`);
}

/** @param {number} port @param {string | undefined} host */
const tryToListen = (port, host) =>
  new Promise((free, taken) => {
    const server = createServer().once('error', taken);
    server.listen({ port, ...(host ? { host } : {}), exclusive: true }, () => server.close(free));
  });

/**
 * Refuses with words and a way out where the port is taken or may not be opened.
 * @param {number} port
 * @param {string | undefined} host
 */
export async function assertPortFree(port, host) {
  await tryToListen(port, host).catch((error) => Promise.reject(refusal(port, error)));
}
