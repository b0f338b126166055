import { ROLES } from './permissions';
import { ROLE_NAMES } from './role-words';

describe('ROLE_NAMES', () => {
  it('calls every role by a name of its own', () => {
    expect(Object.keys(ROLE_NAMES).sort()).toEqual([...ROLES].sort());
    expect(new Set(Object.values(ROLE_NAMES)).size).toBe(ROLES.length);
  });

  it('uses the names of docs/workflow.md', () => {
    expect(ROLE_NAMES['agency-officer']).toBe('Cán bộ đầu mối CCHC');
    expect(ROLE_NAMES['agency-head']).toBe('Lãnh đạo cơ quan');
    expect(ROLE_NAMES.admin).toBe('Quản trị hệ thống');
  });
});
