import { permissionsOf, type Role } from '@par-index/contract';
import { navigationFor } from './navigation-items';

const paths = (role: Role): readonly string[] => {
  const permissions = permissionsOf([{ role, agencyId: 'a' }]);
  return navigationFor((permission) => permissions.has(permission)).map(({ path }) => path);
};

describe('the navigation', () => {
  it('shows an officer the own assessment and no appraisal', () => {
    expect(paths('agency-officer')).toEqual(['/work', '/assessments', '/documents', '/petitions', '/results', '/criteria-sets']);
  });

  it('shows an appraiser the appraisals', () => {
    expect(paths('appraiser')).toEqual(['/work', '/appraisals', '/assignments', '/results', '/criteria-sets']);
  });

  it('shows a head the own assessment and how the own department shares its work', () => {
    expect(paths('agency-head')).toEqual(['/work', '/assessments', '/documents', '/assignments', '/petitions', '/results', '/criteria-sets']);
  });

  it('shows Sở Nội vụ the cycle and the agencies', () => {
    expect(paths('home-affairs')).toEqual(['/work', '/appraisals', '/assignments', '/council', '/cycles', '/petitions', '/surveys', '/results', '/criteria-sets', '/agencies', '/audit-chain']);
  });

  it('shows the council what it sits on', () => {
    expect(paths('council-member')).toContain('/council');
    expect(paths('council-chair')).toContain('/council');
    expect(paths('leader')).not.toContain('/council');
  });

  it('shows an administrator people, agencies and the log', () => {
    expect(paths('admin')).toEqual(['/work', '/results', '/criteria-sets', '/agencies', '/users', '/mails', '/audit', '/audit-chain']);
  });
});
