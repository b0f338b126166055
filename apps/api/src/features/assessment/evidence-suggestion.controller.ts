import { Controller, Get, Param } from '@nestjs/common';
import type { Actor, EvidenceSuggestion } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { RecordId } from '../../platform/http/record-id';
import { EvidenceSuggestions } from './evidence-suggestion.service';

@Controller('assessments/:id/evidence-suggestions')
export class EvidenceSuggestionController {
  constructor(private readonly suggestions: EvidenceSuggestions) {}

  @Get()
  @Allow('evidence.read')
  list(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<readonly EvidenceSuggestion[]> {
    return this.suggestions.list(actor, id);
  }
}
