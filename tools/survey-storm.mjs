// Sends survey forms over a bad network and looks that each is stored once.
//   npm run survey-storm -- --forms 10000 --devices 30 --faults 5
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { Victim } from './durability/victim.mjs';
import { HomeAffairs } from './survey-storm/campaign.mjs';
import { stormAnswers } from './survey-storm/questionnaire.mjs';
import { stormSettings } from './survey-storm/settings.mjs';
import { surveyStorm } from './survey-storm/storm.mjs';

/** @param {string} databaseUrl @param {string} table @param {string} campaignId */
async function countOf(databaseUrl, table, campaignId) {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(`select count(*)::int as count from ${table} where campaign_id = $1`, [campaignId]);
  await client.end();
  return /** @type {{ count: number }[]} */ (rows)[0]?.count ?? -1;
}

/** @param {Victim} victim @param {{ forms: number, devices: number, faultPercent: number }} settings */
async function storm(victim, settings) {
  const homeAffairs = await HomeAffairs.signedIn(victim.origin);
  const campaign = await homeAffairs.openCampaign();
  const begun = performance.now();
  const outcome = await surveyStorm({ ...settings, origin: victim.origin, linkCodes: campaign.officeList.map(({ linkCode }) => linkCode), answersOf: stormAnswers });
  const seconds = (performance.now() - begun) / 1000;
  const arrived = await countOf(victim.databaseUrl, 'survey_arrival', campaign.id);
  /** @type {import('@par-index/contract').CampaignView} */
  const { version } = await homeAffairs.ask('GET', `/survey-campaigns/${campaign.id}`);
  const closing = performance.now();
  await homeAffairs.ask('POST', `/survey-campaigns/${campaign.id}/closing`, { body: { reason: 'Hết bão' }, version });
  const closed = (performance.now() - closing) / 1000;
  const stored = await countOf(victim.databaseUrl, 'survey_form', campaign.id);
  const reading = performance.now();
  await homeAffairs.ask('GET', `/survey-campaigns/${campaign.id}/results`);
  return { outcome, seconds, arrived, stored, closed, read: (performance.now() - reading) / 1000 };
}

const settings = stormSettings(process.argv.slice(2));
const dataFolder = mkdtempSync(join(tmpdir(), 'par-survey-storm-'));
const victim = await Victim.in(dataFolder);
try {
  const { outcome, seconds, arrived, stored, closed, read } = await storm(victim, settings);
  const { acknowledged, requests, cut, doubled, delayed, slowest } = outcome;
  console.log(`${requests} requests from ${settings.devices} devices: ${cut} cut, ${doubled} doubled, ${delayed} delayed; slowest form ${(slowest / 1000).toFixed(1)} s`);
  console.log(`close ${closed.toFixed(1)} s, results ${(read * 1000).toFixed(0)} ms`);
  console.log(`survey-storm: ${settings.forms} forms, ${acknowledged.length} acknowledged, ${arrived} arrived, ${stored} stored, ${(settings.forms / seconds).toFixed(0)} a second`);
  process.exitCode = new Set([settings.forms, acknowledged.length, arrived, stored]).size === 1 ? 0 : 1;
} finally {
  await victim.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}
