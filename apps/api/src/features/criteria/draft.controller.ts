import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { Actor, CriteriaSetRevisionSummary, CriteriaSetRevisionView, CriteriaSetView, DraftSavedView, Page } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { IfMatch } from '../../platform/http/if-match';
import { PageQueryDto, sliceOf } from '../../platform/http/page.dto';
import { RecordId } from '../../platform/http/record-id';
import { Versioned } from '../../platform/http/versioned';
import { CreateDraftDto, RestoreRevisionDto } from './draft.dto';
import { DraftService } from './draft.service';
import { RevisionService } from './revision.service';

@Controller('criteria-sets')
export class DraftController {
  constructor(
    private readonly drafts: DraftService,
    private readonly revisions: RevisionService,
  ) {}

  @Post('drafts')
  @Allow('criteria-set.edit')
  @Versioned()
  create(@CurrentActor() actor: Actor, @Body() body: CreateDraftDto): Promise<CriteriaSetView> {
    return this.drafts.create(actor, body);
  }

  /** The body is the whole document, however wrong it still is. */
  @Put(':id/document')
  @Allow('criteria-set.edit')
  @Versioned()
  save(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() document: unknown): Promise<DraftSavedView> {
    return this.drafts.save(actor, { id, version }, document);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('criteria-set.edit')
  discard(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number): Promise<void> {
    return this.drafts.discard(actor, { id, version });
  }

  @Post(':id/publish')
  @HttpCode(200)
  @Allow('criteria-set.edit')
  @Versioned()
  publish(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number): Promise<CriteriaSetView> {
    return this.drafts.publish(actor, { id, version });
  }

  @Post(':id/restoration')
  @HttpCode(200)
  @Allow('criteria-set.edit')
  @Versioned()
  restore(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() { revisionId }: RestoreRevisionDto): Promise<CriteriaSetView> {
    return this.drafts.restore(actor, { id, version }, revisionId);
  }

  @Get(':id/revisions')
  @Allow('criteria-set.edit')
  listRevisions(@Param('id', RecordId) id: string, @Query() query: PageQueryDto): Promise<Page<CriteriaSetRevisionSummary>> {
    return this.revisions.list(id, sliceOf(query));
  }

  @Get(':id/revisions/:revisionId')
  @Allow('criteria-set.edit')
  getRevision(@Param('id', RecordId) id: string, @Param('revisionId', RecordId) revisionId: string): Promise<CriteriaSetRevisionView> {
    return this.revisions.get(id, revisionId);
  }
}
