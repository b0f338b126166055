import type { ProposalKind } from '@par-index/contract';
import type { Answer } from '@par-index/scoring';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What may be decided on an item. Written once. */
@Entity('council_proposal')
@Check('ck_council_proposal_kind', `kind in ('agency', 'appraisal', 'blind', 'award')`)
@Check('ck_council_proposal_decision_kind', `decision_kind in ('accept', 'correct', 'award')`)
@Check('ck_council_proposal_by', `(kind = 'award') = (proposed_by is not null)`)
export class CouncilProposal {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @Index()
  @ForeignKey('council_item')
  @Column('uuid')
  itemId!: string;

  @Column('text')
  kind!: ProposalKind;

  /** What the council's layer comes to hold when it carries. */
  @Column('text')
  decisionKind!: 'accept' | 'correct' | 'award';

  @Column('jsonb', { nullable: true })
  answer!: Answer | null;

  @Column('numeric', { precision: 9, scale: 4, nullable: true })
  points!: string | null;

  @Column('text', { default: '' })
  reason!: string;

  /** Who proposes an award. */
  @Index()
  @ForeignKey('user_account')
  @Column('uuid', { nullable: true })
  proposedBy!: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly proposedAt!: Date;
}
