// A campaign of the demonstration province to be stormed: Sở Nội vụ makes, opens and closes it.
import { readyQuestionnaire } from './questionnaire.mjs';

/** @typedef {import('@par-index/contract').CampaignView} CampaignView */

const day = 86_400_000;

export class HomeAffairs {
  #origin;
  #headers;

  /** @param {string} origin @param {Record<string, string>} headers */
  constructor(origin, headers) {
    this.#origin = `${origin}/api/v1`;
    this.#headers = headers;
  }

  /** @param {string} origin */
  static async signedIn(origin) {
    const response = await fetch(`${origin}/api/v1/session/demo`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ userName: 'noivu' }) });
    const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    const { csrfToken } = /** @type {import('@par-index/contract').SessionView} */ (await response.json());
    return new HomeAffairs(origin, { cookie, 'x-csrf-token': csrfToken, 'content-type': 'application/json' });
  }

  /** @template T @param {string} method @param {string} path @param {{ body?: unknown, version?: number }} [init] @returns {Promise<T>} */
  async ask(method, path, { body, version } = {}) {
    const headers = { ...this.#headers, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) };
    const response = await fetch(this.#origin + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return /** @type {Promise<T>} */ (response.json());
  }

  /** An open campaign of ten offices. @returns {Promise<CampaignView>} */
  async openCampaign() {
    /** @type {import('@par-index/contract').QuestionnaireView} */
    const draft = await this.ask('POST', '/survey-questionnaires', { body: { document: readyQuestionnaire } });
    await this.ask('POST', `/survey-questionnaires/${draft.id}/issue`, { version: draft.version });
    /** @type {import('@par-index/contract').Page<import('@par-index/contract').AgencyView>} */
    const { items } = await this.ask('GET', '/agencies?pageSize=10');
    const request = { title: 'Bão phiếu', questionnaireId: draft.id, cycleId: null, graceHours: 0, leastShown: 5, errorPercent: 5, groups: [{ code: 'nguoi-dan', byInvitation: false }] };
    const times = { opensAt: new Date(Date.now() - day).toISOString(), closesAt: new Date(Date.now() + day).toISOString() };
    /** @type {CampaignView} */
    const created = await this.ask('POST', '/survey-campaigns', { body: { ...request, ...times } });
    const offices = items.map(({ id }) => ({ agencyId: id, name: '', population: 100_000 }));
    /** @type {CampaignView} */
    const ready = await this.ask('PUT', `/survey-campaigns/${created.id}/offices`, { body: { offices }, version: created.version });
    return this.ask('POST', `/survey-campaigns/${created.id}/opening`, { version: ready.version });
  }
}
