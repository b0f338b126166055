import type { PresenceDeed, PresenceSide } from '@par-index/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * At which criterion an open page was when it was last heard of. Unlogged: it is rewritten every few seconds, means nothing after a
 * minute, and is not worth a line of the write-ahead log. After a crash it is empty, and full again with the next heartbeats.
 */
@Entity('presence')
@Index(['assessmentId', 'code'])
@Check('ck_presence_side', `side in ('own', 'outside')`)
@Check('ck_presence_deed', `deed in ('open', 'editing')`)
export class Presence {
  @ForeignKey('user_account')
  @PrimaryColumn('uuid')
  userId!: string;

  /** Made by the page for itself; another person's of the same number is another one. */
  @PrimaryColumn('uuid')
  pageId!: string;

  @ForeignKey('assessment')
  @Column('uuid')
  assessmentId!: string;

  @Column('text')
  code!: string;

  @Column('text')
  side!: PresenceSide;

  @Column('text')
  deed!: PresenceDeed;

  @Index()
  @Column('timestamptz')
  seenAt!: Date;
}
