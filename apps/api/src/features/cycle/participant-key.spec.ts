import { randomUUID } from 'node:crypto';
import { ParticipantKeyOf } from './participant-key';

describe('ParticipantKeyOf', () => {
  const pipe = new ParticipantKeyOf();
  const key = { cycleId: randomUUID(), agencyId: randomUUID() };

  it('takes both ids of the path, in small letters, and nothing else', () => {
    expect(pipe.transform({ ...key, agencyId: key.agencyId.toUpperCase(), more: 'x' } as typeof key)).toEqual(key);
  });

  it.each(['cycleId', 'agencyId'] as const)('answers a path whose %s is no id as not there', (name) => {
    expect(() => pipe.transform({ ...key, [name]: 'so-noi-vu' })).toThrow(expect.objectContaining({ code: 'record.not-found' }));
  });
});
