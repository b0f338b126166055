import { validationPipe } from '../../platform/problem/validation.pipe';
import { AuditQueryDto } from './audit.controller';
import { ChangePasswordDto, DemoSignInDto, SignInDto, SpendCredentialLinkDto } from './session.dto';
import { CreateUserDto, EditUserDto, USER_NAME, UserQueryDto } from './user.dto';
import { UserImportQueryDto } from './user-import.controller';

type Request = new () => object;
const ID = '3f2c1d9e-8b7a-4c6d-9e5f-1a2b3c4d5e6f';
const GRANT = { role: 'leader', agencyId: ID };

const taken = (metatype: Request, body: object): Promise<unknown> => validationPipe().transform(body, { type: 'body', metatype });
const refusals = (metatype: Request, body: object): Promise<readonly string[]> =>
  taken(metatype, body).then(
    () => [],
    (error: { readonly errors: readonly { readonly pointer: string }[] }) => error.errors.map(({ pointer }) => pointer),
  );

describe('USER_NAME', () => {
  it.each(['abc', 'canbo.syt', 'canbo_2', 'lanhdao.so-y-te', '123', 'x'.repeat(80)])('takes %s', (name) => expect(name).toMatch(USER_NAME));
  it.each(['ab', 'x'.repeat(81), 'Canbo', 'cán.bộ', '.canbo', 'canbo.', 'can..bo', 'can bo', 'can@bo', ''])('refuses %s', (name) =>
    expect(name).not.toMatch(USER_NAME));
});

describe('a request about people', () => {
  it('takes user names in small letters, without spaces around', async () => {
    expect(await taken(SignInDto, { userName: ' CanBo ', password: ' kept as it is ' })).toEqual({ userName: 'canbo', password: ' kept as it is ' });
    expect(await taken(DemoSignInDto, { userName: 'NoiVu' })).toEqual({ userName: 'noivu' });
    expect(await taken(CreateUserDto, { userName: ' CanBo', fullName: 'A', grants: [GRANT] })).toMatchObject({ userName: 'canbo' });
  });

  it.each<[Request, object, readonly string[]]>([
    [SignInDto, {}, ['/password', '/userName']],
    [SignInDto, { userName: 7, password: 'x' }, ['/userName']],
    [SignInDto, { userName: 'a', password: 'x'.repeat(1001) }, ['/password']],
    [SignInDto, { userName: 'a', password: { $gt: '' } }, ['/password']],
    [ChangePasswordDto, { currentPassword: 'x' }, ['/newPassword']],
    [SpendCredentialLinkDto, { newPassword: null }, ['/newPassword']],
    [CreateUserDto, { userName: 'abc', fullName: 'A', grants: [GRANT, GRANT] }, ['/grants']],
    [CreateUserDto, { userName: 'abc', fullName: 'A', grants: Array.from({ length: 51 }, () => GRANT) }, ['/grants']],
    [CreateUserDto, { userName: 'abc', fullName: 'A', grants: ['leader'] }, ['/grants/0']],
    [CreateUserDto, { userName: 'abc', fullName: 'A', grants: [{ ...GRANT, extra: 1 }] }, ['/grants/0/extra']],
    [EditUserDto, { fullName: 'A', active: 'yes', grants: [] }, ['/active']],
    [EditUserDto, { userName: 'b', fullName: 'A', active: true, grants: [] }, ['/userName']],
    [UserQueryDto, { role: 'king' }, ['/role']],
    [UserQueryDto, { agencyId: 'so-y-te' }, ['/agencyId']],
    [UserImportQueryDto, {}, ['/dryRun']],
    [UserImportQueryDto, { dryRun: 'yes' }, ['/dryRun']],
    [AuditQueryDto, { event: 'x; drop table' }, ['/event']],
    [AuditQueryDto, { subjectId: '7', actorId: '8', cycleId: '9' }, ['/actorId', '/cycleId', '/subjectId']],
  ])('%# refuses a %p of %j', async (metatype, body, pointers) => {
    const refused = await refusals(metatype, body);
    expect([...new Set(refused.map((pointer) => pointer))].sort()).toEqual(pointers);
  });

  it.each([['true', true], ['false', false]])('asks to be told whether an import is only tried: %s', async (dryRun, meant) => {
    expect(await taken(UserImportQueryDto, { dryRun })).toEqual({ dryRun: meant });
  });
});
