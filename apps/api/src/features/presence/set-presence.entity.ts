import type { PresenceDeed } from '@par-index/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** At which node of a criteria set an open page was when it was last heard of. Unlogged, as `Presence` is. */
@Entity('set_presence')
@Check('ck_set_presence_deed', `deed in ('open', 'editing')`)
export class SetPresence {
  @ForeignKey('user_account')
  @PrimaryColumn('uuid')
  userId!: string;

  @PrimaryColumn('uuid')
  pageId!: string;

  @Index()
  @ForeignKey('criteria_set', { onDelete: 'CASCADE' })
  @Column('uuid')
  criteriaSetId!: string;

  /** Null for the set itself. */
  @Column('text', { nullable: true })
  code!: string | null;

  @Column('text')
  deed!: PresenceDeed;

  @Index()
  @Column('timestamptz')
  seenAt!: Date;
}
