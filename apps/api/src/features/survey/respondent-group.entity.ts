import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who is asked. Data: a province adds its own. */
@Entity('respondent_group')
@Index('uq_respondent_group_name', ['name'], { unique: true })
export class RespondentGroup {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('int')
  position!: number;

  @Column('boolean', { default: true })
  active!: boolean;
}
