// Somebody who saves answers and attaches files as fast as the system takes them, and remembers what was acknowledged.
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { RefusedError } from './session.mjs';

/**
 * @typedef {{ code: string, version: number, note: string, answer: unknown }} SavedAnswer an acknowledged save
 * @typedef {{ code: string, documentId: string, sha256: string }} AttachedFile an acknowledged file
 * @typedef {{ code: string, answers: readonly unknown[] }} Leaf a criterion and the answers to alternate between
 * @typedef {object} Desk where a writer works
 * @property {import('./session.mjs').Session} session
 * @property {string} assessmentId
 * @property {Leaf} leaf
 * @property {string} name
 */

/** Every seventh write is a file. */
const fileEvery = 7;

/** A small document whose bytes are like no other's. @param {string} text */
export const pdfOf = (text) =>
  Buffer.from(
    `%PDF-1.4\n%${text}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );

export class Writer {
  /** @type {SavedAnswer[]} */
  saved = [];
  /** @type {AttachedFile[]} */
  attached = [];
  /** Writes that got no answer: they may stand or not. */
  unanswered = 0;
  #desk;
  #version = 0;
  #writes = 0;

  /** @param {Desk} desk */
  constructor(desk) {
    this.#desk = desk;
  }

  /** @param {AbortSignal} end */
  async writeUntil(end) {
    while (!end.aborted) {
      this.#writes += 1;
      await (this.#writes % fileEvery === 0 ? this.#attach() : this.#save()).catch((error) => this.#recover(error));
    }
  }

  async #save() {
    const { session, assessmentId, leaf, name } = this.#desk;
    const answer = leaf.answers[this.#writes % leaf.answers.length] ?? null;
    const note = `${name} lần ${this.#writes}`;
    const body = { answer, note, evidenceExplanation: '' };
    /** @type {import('@par-index/contract').SavedAnswer} */
    const { saved } = await session.put(`/assessments/${assessmentId}/answers/${leaf.code}`, body, this.#version);
    this.#version = saved.version;
    this.saved.push({ code: leaf.code, version: saved.version, note, answer });
  }

  async #attach() {
    const { session, assessmentId, leaf, name } = this.#desk;
    const content = pdfOf(`${name} ${this.#writes}`);
    const description = {
      title: `Tài liệu của ${name}`,
      documentNumber: `${this.#writes}/BC`,
      issuedOn: null,
      issuer: '',
      section: '',
      page: null,
    };
    const form = new FormData();
    form.append('description', JSON.stringify(description));
    form.append('file', new Blob([new Uint8Array(content)], { type: 'application/pdf' }), `${name}-${this.#writes}.pdf`);
    /** @type {import('@par-index/contract').EvidenceLinkView} */
    const { document } = await session.upload(`/assessments/${assessmentId}/criteria/${leaf.code}/evidence`, form);
    this.attached.push({ code: leaf.code, documentId: document.id, sha256: createHash('sha256').update(content).digest('hex') });
  }

  /**
   * Another's version: go on from it. No answer, or a server that is not well: wait a little. Anything else is a fault of ours.
   * @param {unknown} error
   */
  async #recover(error) {
    if (error instanceof RefusedError && error.status === 412) {
      this.#version = error.problem?.params.version ?? 0;
      return;
    }
    if (error instanceof RefusedError && error.status < 500) throw error;
    this.unanswered += 1;
    await sleep(100);
  }
}
