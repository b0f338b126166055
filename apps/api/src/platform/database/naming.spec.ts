import { SnakeNaming } from './naming';

const naming = new SnakeNaming();

describe('SnakeNaming', () => {
  it('names tables and columns as one would write them', () => {
    expect(naming.tableName('UserAccount')).toBe('user_account');
    expect(naming.tableName('UserAccount', 'person')).toBe('person');
    expect(naming.columnName('lastSignInAt', undefined, [])).toBe('last_sign_in_at');
    expect(naming.columnName('sha256', undefined, [])).toBe('sha256');
    expect(naming.columnName('opensAt', undefined, ['ownWindow'])).toBe('own_window_opens_at');
    expect(naming.joinColumnName('parentAgency', 'id')).toBe('parent_agency_id');
    expect(naming.joinTableColumnName('UserAccount', 'agencyId')).toBe('user_account_agency_id');
    expect(naming.relationName('parentAgency')).toBe('parent_agency');
  });

  it('names keys, indexes and constraints by what they are on', () => {
    expect(naming.primaryKeyName('user_account')).toBe('pk_user_account');
    expect(naming.foreignKeyName('user_grant', ['agency_id'])).toBe('fk_user_grant_agency_id');
    expect(naming.indexName('audit_event', ['subject_id', 'at'])).toBe('ix_audit_event_subject_id_at');
    expect(naming.uniqueConstraintName('agency', ['code'])).toBe('uq_agency_code');
    expect(naming.relationConstraintName('demo_person', ['user_id'])).toBe('uq_demo_person_user_id');
  });

  it('fits long names into what PostgreSQL keeps, and keeps them apart', () => {
    const long = (last: string) => naming.indexName('participant_exemption', ['assessment_cycle_id', 'criterion_code_in_set', last]);
    expect(long('one')).toHaveLength(63);
    expect(long('one')).toMatch(/^ix_participant_exemption_assessment_cycle_id_.*_[0-9a-f]{8}$/);
    expect(long('one')).not.toBe(long('two'));
  });
});
