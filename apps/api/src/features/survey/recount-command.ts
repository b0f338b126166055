import type { Recounts } from './recount.service';

const ID = /^[0-9a-f-]{36}$/i;

/** `npm run survey-recount -- [CAMPAIGN …]`: 0 where the aggregates are what the forms say, 1 where they are not, 2 for other words. */
export async function recountCommand(recounts: Recounts, words: readonly string[], print: (line: string) => void): Promise<0 | 1 | 2> {
  if (!words.every((word) => ID.test(word))) {
    print('Usage: npm run survey-recount -- [ID of a campaign …]');
    return 2;
  }
  let outcome: 0 | 1 = 0;
  for (const id of words.length > 0 ? words : await recounts.campaignIds()) {
    const { forms, cells, different } = await recounts.recount(id);
    different.forEach(({ cell, kept, counted }) => print(`${id}: ${cell}: kept ${kept}, counted ${counted}`));
    print(`${id}: ${forms} forms, ${cells} numbers, ${different.length === 0 ? 'all as counted' : `${different.length} of them wrong`}`);
    outcome = different.length > 0 ? 1 : outcome;
  }
  return outcome;
}
