// One signed-in person, as the API sees a browser.

/** @typedef {{ code: string, params: { version: number } }} Problem with the version that stands now, where a stale one was sent */

/** An answer of the API that is no success. */
export class RefusedError extends Error {
  /** @param {string} what @param {number} status @param {Problem | null} problem */
  constructor(what, status, problem) {
    super(`${what}: ${status} ${JSON.stringify(problem)}`);
    this.status = status;
    this.problem = problem;
  }
}

const secondsAtMost = 20;

/** @param {Response} response */
const problemOf = (response) => /** @type {Promise<Problem | null>} */ (response.json().catch(() => null));

export class Session {
  #origin;
  /** @type {Record<string, string>} */
  #headers = {};

  /** @param {string} origin */
  constructor(origin) {
    this.#origin = `${origin}/api/v1`;
  }

  /** @param {string} origin @param {string} userName one of the demonstration's people */
  static async of(origin, userName) {
    const session = new Session(origin);
    const headers = { 'content-type': 'application/json' };
    const response = await session.#send('POST', '/session/demo', { body: JSON.stringify({ userName }), headers });
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const { csrfToken } = /** @type {import('@par-index/contract').SessionView} */ (await response.json());
    session.#headers = { cookie, 'x-csrf-token': csrfToken };
    return session;
  }

  /** @template T @param {string} path @returns {Promise<T>} */
  async get(path) {
    return /** @type {Promise<T>} */ ((await this.#send('GET', path)).json());
  }

  /** @param {string} path @returns {Promise<Buffer>} */
  async bytes(path) {
    return Buffer.from(await (await this.#send('GET', path)).arrayBuffer());
  }

  /** @template T @param {string} path @param {unknown} body @param {number} version @returns {Promise<T>} */
  async put(path, body, version) {
    const headers = { 'content-type': 'application/json', 'if-match': `"${version}"` };
    return /** @type {Promise<T>} */ ((await this.#send('PUT', path, { body: JSON.stringify(body), headers })).json());
  }

  /** @template T @param {string} path @param {FormData} body @returns {Promise<T>} */
  async upload(path, body) {
    return /** @type {Promise<T>} */ ((await this.#send('POST', path, { body })).json());
  }

  /** @param {string} method @param {string} path @param {{ body?: string | FormData, headers?: Record<string, string> }} [init] */
  async #send(method, path, { body, headers } = {}) {
    const signal = AbortSignal.timeout(secondsAtMost * 1000);
    const init = { method, headers: { ...this.#headers, ...headers }, signal, ...(body ? { body } : {}) };
    const response = await fetch(this.#origin + path, init);
    if (response.ok) return response;
    throw new RefusedError(`${method} ${path}`, response.status, await problemOf(response));
  }
}
