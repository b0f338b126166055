import { Controller, Get, Param } from '@nestjs/common';
import type { Actor, ChangedAssessment, CriterionChange } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { RecordId } from '../../platform/http/record-id';
import { Changes } from './changes.service';

@Controller()
export class ChangesController {
  constructor(private readonly changes: Changes) {}

  @Get('assessments/:id/changes')
  @Allow('assessment.read')
  ofAssessment(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<readonly CriterionChange[]> {
    return this.changes.ofAssessment(actor, id);
  }

  @Get('cycles/:id/changes')
  @Allow('assessment.oversee', 'council.read')
  ofCycle(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<readonly ChangedAssessment[]> {
    return this.changes.ofCycle(actor, id);
  }
}
