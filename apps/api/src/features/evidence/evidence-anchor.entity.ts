import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A place in a file that an agency marked under a criterion: a page, and perhaps a box on it. A trigger refuses changes once it is handed in. */
@Entity('evidence_anchor')
@Index('uq_evidence_anchor_link_id_position', ['linkId', 'position'], { unique: true })
@Check('ck_evidence_anchor_page', 'page >= 1')
@Check(
  'ck_evidence_anchor_box',
  'num_nulls(x, y, width, height) = 4 or (num_nulls(x, y, width, height) = 0 and x >= 0 and y >= 0 and width > 0 and height > 0 and x + width <= 1.000001 and y + height <= 1.000001)',
)
export class EvidenceAnchorRow {
  @PrimaryGeneratedColumn('uuid')
  readonly id!: string;

  @ForeignKey('evidence_link')
  @Column('uuid')
  linkId!: string;

  @Column('int')
  position!: number;

  /** From 1. */
  @Column('int')
  page!: number;

  /** Fractions of the page's width and height; all four or none. */
  @Column('double precision', { nullable: true })
  x!: number | null;

  @Column('double precision', { nullable: true })
  y!: number | null;

  @Column('double precision', { nullable: true })
  width!: number | null;

  @Column('double precision', { nullable: true })
  height!: number | null;

  @Column('text', { default: '' })
  note!: string;

  /** The version of the file on which it was set. */
  @Column('int')
  fileVersion!: number;

  @Index()
  @ForeignKey('user_account')
  @Column('uuid')
  createdBy!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly createdAt!: Date;
}
