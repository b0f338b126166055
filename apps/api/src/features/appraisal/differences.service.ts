import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppraisalRepository } from './appraisal.repository';
import { AppraisalScenes } from './appraisal-scene.service';
import { type Difference, differencesOf } from './differences';

export type { Difference } from './differences';

/** What an assessment's agency may explain, for the feature that lets it. Who may see it is asked there. */
@Injectable()
export class Differences {
  constructor(
    private readonly appraisals: AppraisalRepository,
    private readonly scenes: AppraisalScenes,
  ) {}

  async of(em: EntityManager, assessmentId: string): Promise<readonly Difference[]> {
    return differencesOf(await this.scenes.read(em, await this.appraisals.get(em, assessmentId)));
  }
}
