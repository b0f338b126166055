import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Who may vote on an item: settled when its vote opens. */
@Entity('council_entitled')
export class CouncilEntitled {
  @ForeignKey('council_item')
  @PrimaryColumn('uuid')
  itemId!: string;

  @Index()
  @ForeignKey('user_account')
  @PrimaryColumn('uuid')
  userId!: string;
}
