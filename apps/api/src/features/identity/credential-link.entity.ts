import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { UserAccount } from './user-account.entity';

/** A one-use link with which a person sets a password. Only its hash is kept; whoever holds the link is that person. */
@Entity('credential_link')
export class CredentialLink {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  /** SHA-256 of the token, in hexadecimal. */
  @Index({ unique: true })
  @Column('text')
  tokenHash!: string;

  @Index()
  @Column('uuid')
  userId!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  /** When it was spent, or taken back because another one was made or spent; null while it opens. */
  @Column('timestamptz', { nullable: true })
  spentAt!: Date | null;

  @ManyToOne(() => UserAccount)
  @JoinColumn({ name: 'user_id' })
  readonly user?: Relation<UserAccount>;
}
