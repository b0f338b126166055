import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { UserAccount } from './user-account.entity';

/** One of the people that the demonstration offers on its sign-in page. While there is any, the database holds demonstration data. */
@Entity('demo_person')
export class DemoPersonRow {
  @PrimaryColumn('uuid')
  userId!: string;

  /** One Vietnamese sentence: what this person would do now. */
  @Column('text')
  purpose!: string;

  /** The order of the cards. */
  @Column('integer')
  position!: number;

  @OneToOne(() => UserAccount)
  @JoinColumn({ name: 'user_id' })
  readonly user?: Relation<UserAccount>;
}
