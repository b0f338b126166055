// Sends survey forms as bad networks do: some requests are cut, some doubled, some come late. Each is sent until it is acknowledged.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** @typedef {import('./storm.d.mts').Storm} Storm */
/** @typedef {import('./storm.d.mts').StormOutcome} StormOutcome */
/** @typedef {'none' | 'cut' | 'doubled' | 'delayed'} Fault */

const attemptsAtMost = 200;
const longestDelay = 400;
const longestCut = 25;

/** @type {readonly Fault[]} */
const faults = ['cut', 'doubled', 'delayed'];

/** One device that sends its share, one form after the other. */
class Device {
  #storm;
  #agent = new Agent({ keepAlive: true, maxSockets: 4 });
  /** @type {StormOutcome} */
  outcome = { acknowledged: [], requests: 0, cut: 0, doubled: 0, delayed: 0, slowest: 0 };

  /** @param {Storm} storm */
  constructor(storm) {
    this.#storm = storm;
  }

  /** @param {() => number | undefined} next */
  async work(next) {
    for (let place = next(); place !== undefined; place = next()) await this.#deliver(place);
    this.#agent.destroy();
  }

  /** @param {number} place */
  async #deliver(place) {
    const { linkCodes, answersOf, faultPercent } = this.#storm;
    const form = { id: randomUUID(), answers: answersOf(place), answeredAt: new Date().toISOString(), seconds: 40 + (place % 60) };
    const path = `/api/v1/public/surveys/${linkCodes[place % linkCodes.length]}/forms`;
    const begun = performance.now();
    for (let attempt = 0; attempt < attemptsAtMost; attempt += 1) {
      if (await this.#attempt(path, JSON.stringify(form), Math.random() * 100 < faultPercent ? (faults[Math.floor(Math.random() * faults.length)] ?? 'cut') : 'none')) {
        this.outcome.acknowledged.push(form.id);
        this.outcome.slowest = Math.max(this.outcome.slowest, performance.now() - begun);
        return;
      }
    }
    throw new Error(`Form ${form.id} was never acknowledged`);
  }

  /** @param {string} path @param {string} body @param {Fault} fault @returns {Promise<boolean>} whether it was acknowledged */
  async #attempt(path, body, fault) {
    if (fault !== 'none') this.outcome[fault] += 1;
    if (fault === 'delayed') await sleep(Math.random() * longestDelay);
    if (fault === 'doubled') {
      const [one, other] = await Promise.all([this.#send(path, body), this.#send(path, body)]);
      return one && other;
    }
    return this.#send(path, body, fault === 'cut' ? Math.random() * longestCut : undefined);
  }

  /** @param {string} path @param {string} body @param {number} [cutAfter] milliseconds after which the connection is cut @returns {Promise<boolean>} */
  #send(path, body, cutAfter) {
    this.outcome.requests += 1;
    const { origin } = this.#storm;
    return new Promise((resolve, reject) => {
      const sent = request(origin + path, { method: 'POST', agent: this.#agent, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (response) => {
        response.resume().on('error', () => resolve(false));
        response.on('end', () => {
          clearTimeout(timer);
          if (response.statusCode === 200) resolve(true);
          else if ((response.statusCode ?? 0) >= 500) resolve(false);
          else reject(new Error(`${path}: ${response.statusCode}`));
        });
      });
      const timer = cutAfter === undefined ? undefined : setTimeout(() => sent.destroy(new Error('cut')), cutAfter);
      sent.on('error', () => resolve(false));
      sent.end(body);
    });
  }
}

/**
 * @param {Storm} storm
 * @returns {Promise<StormOutcome>}
 */
export async function surveyStorm(storm) {
  let given = 0;
  const next = () => (given < storm.forms ? given++ : undefined);
  const devices = Array.from({ length: storm.devices }, () => new Device(storm));
  await Promise.all(devices.map((device) => device.work(next)));
  return devices.map(({ outcome }) => outcome).reduce((all, one) => ({
    acknowledged: [...all.acknowledged, ...one.acknowledged],
    requests: all.requests + one.requests,
    cut: all.cut + one.cut,
    doubled: all.doubled + one.doubled,
    delayed: all.delayed + one.delayed,
    slowest: Math.max(all.slowest, one.slowest),
  }));
}
