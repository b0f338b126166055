import { Controller, Get } from '@nestjs/common';
import type { Actor, WorkView } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { WorkService } from './work.service';

@Controller('work')
export class WorkController {
  constructor(private readonly work: WorkService) {}

  @Get()
  @Allow('account.own')
  get(@CurrentActor() actor: Actor): Promise<WorkView> {
    return this.work.get(actor);
  }
}
