import { checkQuestionnaire, checkResponse } from '@par-index/contract';
import { readyQuestionnaire, stormAnswers } from './questionnaire.mjs';
import { stormSettings } from './settings.mjs';

describe('the words of a storm', () => {
  it('are ten thousand forms from thirty devices with five in a hundred going wrong, where nothing is said', () => {
    expect(stormSettings([])).toEqual({ forms: 10_000, devices: 30, faultPercent: 5 });
    expect(stormSettings(['--forms', '7', '--devices', '2', '--faults', '0'])).toEqual({ forms: 7, devices: 2, faultPercent: 0 });
  });

  it.each([[['--forms', '0']], [['--forms', 'x']], [['--devices', '501']], [['--faults', '91']], [['--faults', '-1']], [['--speed', '9']]])('are not %j', (words) =>
    expect(() => stormSettings(words)).toThrow());
});

it('what it sends is a sound form', () => {
  expect(checkQuestionnaire(readyQuestionnaire)).toEqual([]);
  for (let place = 0; place < 50; place += 1) {
    expect(checkResponse(readyQuestionnaire, stormAnswers(place), { officeIds: [], agencyIds: [] })).toEqual([]);
  }
});
