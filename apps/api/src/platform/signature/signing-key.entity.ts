import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The public half of every key that has ever signed here. Written once: a trigger refuses UPDATE, DELETE and TRUNCATE, so that what was signed can be checked for ever. */
@Entity('signing_key')
export class SigningKey {
  @PrimaryColumn('text')
  keyId!: string;

  /** SubjectPublicKeyInfo, PEM. */
  @Column('text')
  publicKey!: string;

  @Column('timestamptz', { default: () => 'now()' })
  since!: Date;
}
