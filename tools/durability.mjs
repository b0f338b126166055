// Kills the API and PostgreSQL while many people save, and looks for everything that was acknowledged.
//   npm run durability -- --writers 50 --kills 3
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { leavesToAnswer } from './durability/leaves.mjs';
import { lossesOf } from './durability/losses.mjs';
import { Session } from './durability/session.mjs';
import { durabilitySettings } from './durability/settings.mjs';
import { targets, Victim } from './durability/victim.mjs';
import { Writer } from './durability/writer.mjs';

/** An officer of the demonstration whose assessment is open, by an extension. */
const officer = 'canbo.syt';

/** @param {Session} session @returns {Promise<import('@par-index/contract').AssessmentView>} */
async function openAssessment(session) {
  /** @type {import('@par-index/contract').Page<import('@par-index/contract').AssessmentSummary>} */
  const { items } = await session.get('/assessments?state=drafting');
  if (!items[0]) throw new Error(`${officer} has no assessment to write in`);
  return session.get(`/assessments/${items[0].id}`);
}

/** @param {string} origin @param {number} count */
async function writersFor(origin, count) {
  const sessions = [];
  for (let index = 0; index < count; index += 1) sessions.push(await Session.of(origin, officer));
  const [first] = sessions;
  if (!first) throw new Error('There are no writers');
  const assessment = await openAssessment(first);
  const leaves = leavesToAnswer(assessment);
  const writers = sessions.flatMap((session, index) => {
    const leaf = leaves[index % leaves.length];
    return leaf ? [new Writer({ session, assessmentId: assessment.id, leaf, name: `người ghi ${index + 1}` })] : [];
  });
  return { writers, session: first, assessmentId: assessment.id };
}

/** At any moment of the writing, in turn what can be killed. @param {Victim} victim @param {number} kills */
async function killAgainAndAgain(victim, kills) {
  for (let index = 0; index < kills; index += 1) {
    await sleep(1000 + Math.random() * 2000);
    const target = targets[index % targets.length] ?? 'both';
    console.log(`kill -9 ${target}`);
    await victim.kill(target);
    await victim.start();
  }
  await sleep(1000);
}

/** @param {Victim} victim @param {{ writers: number, kills: number }} settings */
async function attack(victim, { writers: count, kills }) {
  const { writers, session, assessmentId } = await writersFor(victim.origin, count);
  const end = new AbortController();
  const writing = Promise.all(writers.map((writer) => writer.writeUntil(end.signal)));
  await Promise.race([killAgainAndAgain(victim, kills), writing]);
  end.abort();
  await writing;
  return { writers, losses: await lossesOf({ databaseUrl: victim.databaseUrl, session, assessmentId, writers }) };
}

/** @param {readonly Writer[]} writers @param {readonly string[]} losses @param {number} kills */
function report(writers, losses, kills) {
  const sum = (/** @type {(writer: Writer) => number} */ count) => writers.reduce((total, writer) => total + count(writer), 0);
  const answers = sum(({ saved }) => saved.length);
  const files = sum(({ attached }) => attached.length);
  for (const loss of losses.slice(0, 20)) console.log(`LOST ${loss}`);
  const cutOff = sum(({ unanswered }) => unanswered);
  const acknowledged = `${answers} answers and ${files} files acknowledged`;
  console.log(`durability: ${writers.length} writers, ${kills} kills, ${acknowledged}, ${cutOff} writes cut off, ${losses.length} lost`);
  return losses.length === 0 && answers > 0 && files > 0 ? 0 : 1;
}

const settings = durabilitySettings(process.argv.slice(2));
const dataFolder = mkdtempSync(join(tmpdir(), 'par-durability-'));
const victim = await Victim.in(dataFolder);
try {
  const { writers, losses } = await attack(victim, settings);
  process.exitCode = report(writers, losses, settings.kills);
} finally {
  await victim.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}
