import type { EntityManager } from 'typeorm';
import { PhaseEffects, type PhaseStep } from './phase-effects.service';

const em = {} as EntityManager;
const step: PhaseStep = { cycleId: 'c', from: 'self-assessment', to: 'appraisal' };

describe('PhaseEffects', () => {
  it('says nothing while nobody has anything to say', async () => {
    expect(await new PhaseEffects().of(em, step)).toEqual({ effects: [], blockers: [], forAPerson: [] });
  });

  it('asks everybody about the step and keeps their order', async () => {
    const effects = new PhaseEffects();
    const asked: PhaseStep[] = [];
    effects.add((_, about) => {
      asked.push(about);
      return Promise.resolve({ effects: ['một'], blockers: ['hai'] });
    });
    effects.add(() => Promise.resolve({ effects: ['ba'], forAPerson: ['bốn'] }));
    effects.add(() => Promise.resolve({}));
    expect(await effects.of(em, step)).toEqual({ effects: ['một', 'ba'], blockers: ['hai'], forAPerson: ['bốn'] });
    expect(asked).toEqual([step]);
  });
});
