// What was acknowledged, looked for: the answer, its line in the history, its line in the audit trail, and the bytes of each file.
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';

/** @typedef {import('./writer.mjs').Writer} Writer */

/** @template Row @param {string} url @param {string} sql @param {readonly unknown[]} values @returns {Promise<Row[]>} */
async function rowsOf(url, sql, values) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** @param {{ code: string, version: number }} key */
const keyOf = ({ code, version }) => `${code} version ${version}`;

/**
 * Each acknowledged save must be a line of the history, word for word, and the answer must stand at that version or a later one.
 * @param {string} url @param {string} assessmentId @param {readonly Writer[]} writers
 */
async function lostAnswers(url, assessmentId, writers) {
  const history = await rowsOf(url, 'select code, version, note, answer from answer_revision where assessment_id = $1', [assessmentId]);
  const standing = await rowsOf(url, 'select code, version, note, answer from answer where assessment_id = $1', [assessmentId]);
  const lines = new Map(history.map((row) => [keyOf(row), row]));
  const current = new Map(standing.map((row) => [row.code, row]));
  const isKept = (/** @type {import('./writer.mjs').SavedAnswer} */ saved) => {
    const line = lines.get(keyOf(saved));
    const isLine = line?.note === saved.note && isDeepStrictEqual(line?.answer, saved.answer);
    const now = current.get(saved.code);
    return isLine && (now?.version > saved.version || (now?.version === saved.version && now?.note === saved.note));
  };
  return writers.flatMap(({ saved }) => saved.filter((one) => !isKept(one)).map((one) => `answer ${keyOf(one)} «${one.note}»`));
}

/**
 * Every line of the history has its line in the audit trail, written by the same transaction.
 * @param {string} url
 * @param {string} assessmentId
 */
async function missingAuditLines(url, assessmentId) {
  const lines = `select count(*)::int from audit_event e where e.event = 'answer.saved' and e.subject_id = $1 and e.payload->>'code' = r.code`;
  const sql = `select code, (${lines}) as audited, count(*)::int as written from answer_revision r where assessment_id = $1 group by code`;
  const rows = await rowsOf(url, sql, [assessmentId]);
  return rows
    .filter(({ audited, written }) => audited < written)
    .map(({ code, audited, written }) => `audit of ${code}: ${audited} lines for ${written} changes`);
}

/** @param {import('./session.mjs').Session} session @param {readonly Writer[]} writers */
async function lostFiles(session, writers) {
  const lost = [];
  for (const file of writers.flatMap(({ attached }) => attached)) {
    const content = await session.bytes(`/evidence-documents/${file.documentId}/content`).catch(() => Buffer.alloc(0));
    if (createHash('sha256').update(content).digest('hex') !== file.sha256) lost.push(`file ${file.sha256} of ${file.code}`);
  }
  return lost;
}

/**
 * A sentence for each thing that was acknowledged and is not there; none when all is well.
 * @param {{ databaseUrl: string, session: import('./session.mjs').Session, assessmentId: string, writers: readonly Writer[] }} where
 * @returns {Promise<readonly string[]>}
 */
export async function lossesOf({ databaseUrl, session, assessmentId, writers }) {
  const answers = await lostAnswers(databaseUrl, assessmentId, writers);
  const audits = await missingAuditLines(databaseUrl, assessmentId);
  return [...answers, ...audits, ...(await lostFiles(session, writers))];
}
