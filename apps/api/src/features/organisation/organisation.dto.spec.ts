import { validationPipe } from '../../platform/problem/validation.pipe';
import { AgencyQueryDto, CreateAgencyDto, CreateAgencyGroupDto, EditAgencyDto } from './organisation.dto';

const refusedBy = (metatype: new () => object, body: object): Promise<readonly string[]> =>
  validationPipe()
    .transform(body, { type: 'body', metatype })
    .then(
      () => [],
      (error: { readonly errors: readonly { readonly pointer: string }[] }) => error.errors.map(({ pointer }) => pointer),
    );

const AGENCY = { code: 'so-y-te', name: 'Sở Y tế', shortName: 'SYT', groupCode: 'so-ban-nganh' };

describe('a request about agencies', () => {
  it.each<[string, new () => object, object]>([
    ['an agency', CreateAgencyDto, AGENCY],
    ['an agency under another', CreateAgencyDto, { ...AGENCY, parentId: '3f2c1d9e-8b7a-4c6d-9e5f-1a2b3c4d5e6f' }],
    ['an agency under none', CreateAgencyDto, { ...AGENCY, parentId: null }],
    ['an edit', EditAgencyDto, { name: 'Sở', shortName: 'S', groupCode: 'x', active: false }],
    ['a group', CreateAgencyGroupDto, { code: 'xa-phuong', name: 'Xã, phường' }],
    ['an empty query', AgencyQueryDto, {}],
  ])('takes %s', async (_, metatype, body) => expect(await refusedBy(metatype, body)).toEqual([]));

  it.each<[new () => object, object, readonly string[]]>([
    [CreateAgencyDto, { ...AGENCY, code: 'So-Y-Te' }, ['/code']],
    [CreateAgencyDto, { ...AGENCY, code: 'so--y-te' }, ['/code']],
    [CreateAgencyDto, { ...AGENCY, code: 'x'.repeat(81) }, ['/code']],
    [CreateAgencyDto, { ...AGENCY, name: 'x'.repeat(301) }, ['/name']],
    [CreateAgencyDto, { ...AGENCY, shortName: '' }, ['/shortName']],
    [CreateAgencyDto, { ...AGENCY, active: true }, ['/active']],
    [CreateAgencyDto, {}, ['/code', '/name', '/shortName', '/groupCode']],
    [EditAgencyDto, { name: 'Sở', shortName: 'S', groupCode: 'x', active: 'true' }, ['/active']],
    [EditAgencyDto, { code: 'y', name: 'Sở', shortName: 'S', groupCode: 'x', active: true }, ['/code']],
    [CreateAgencyGroupDto, { code: 'xa phuong', name: 'Xã' }, ['/code']],
    [AgencyQueryDto, { pageSize: '201' }, ['/pageSize']],
    [AgencyQueryDto, { page: 'two' }, ['/page']],
    [AgencyQueryDto, { active: 'perhaps' }, ['/active']],
    [AgencyQueryDto, { search: 'x'.repeat(201) }, ['/search']],
  ])('%# refuses a %p with %j', async (metatype, body, pointers) => expect((await refusedBy(metatype, body)).toSorted()).toEqual(pointers.toSorted()));

  it('reads numbers and flags of a query', async () => {
    const query: unknown = await validationPipe().transform({ page: '2', active: 'false' }, { type: 'query', metatype: AgencyQueryDto });
    expect(query).toMatchObject({ page: 2, active: false });
  });
});
