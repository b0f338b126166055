import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { UserAccount } from './user-account.entity';

/** A browser that somebody signed in with. The token itself is only in that browser's cookie; here is its hash. */
@Entity('session')
export class Session {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  /** SHA-256 of the token, in hexadecimal. */
  @Index({ unique: true })
  @Column('text')
  tokenHash!: string;

  @Index()
  @Column('uuid')
  userId!: string;

  /** The browser in a few words, as its owner would know it again. */
  @Column('text')
  device!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  lastSeenAt!: Date;

  /** Put off by use, never beyond `endsAt`. */
  @Index()
  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @ManyToOne(() => UserAccount)
  @JoinColumn({ name: 'user_id' })
  readonly user?: Relation<UserAccount>;
}
