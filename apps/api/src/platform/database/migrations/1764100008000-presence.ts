import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is at which criterion now. Unlogged: rewritten all the time, worth nothing after a minute, empty after a crash. */
export class Presence1764100008000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create unlogged table presence (
        user_id uuid not null constraint fk_presence_user_id references user_account (id),
        page_id uuid not null,
        assessment_id uuid not null constraint fk_presence_assessment_id references assessment (id),
        code text not null,
        side text not null constraint ck_presence_side check (side in ('own', 'outside')),
        deed text not null constraint ck_presence_deed check (deed in ('open', 'editing')),
        seen_at timestamptz not null,
        constraint pk_presence primary key (user_id, page_id)
      )`);
    await db.query('create index ix_presence_assessment_id_code on presence (assessment_id, code)');
    await db.query('create index ix_presence_seen_at on presence (seen_at)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table presence');
  }
}
