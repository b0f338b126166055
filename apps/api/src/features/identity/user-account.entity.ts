import { Check, Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** A person who may sign in. Never deleted: who leaves is deactivated. */
@Entity('user_account')
@Check('ck_user_account_user_name', 'user_name = lower(user_name)')
export class UserAccount {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  /** In small letters. */
  @Index({ unique: true })
  @Column('text')
  userName!: string;

  @Column('text')
  fullName!: string;

  /** Where mails go; null: none are sent. */
  @Column('text', { nullable: true })
  email!: string | null;

  /** argon2id with its salt and cost; null until a one-use link has been spent. Read only where it is asked for by name. */
  @Column('text', { nullable: true, select: false })
  passwordHash!: string | null;

  @Column('boolean', { default: true })
  active!: boolean;

  @Column('timestamptz', { nullable: true })
  lastSignInAt!: Date | null;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly createdAt!: Date;

  @VersionColumn({ default: 1 })
  version!: number;
}
