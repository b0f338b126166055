import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { DomainError } from './domain-error';
import { IsNotBlank } from './not-blank';
import { validationPipe } from './validation.pipe';

class Grant {
  @IsIn(['admin', 'leader'])
  readonly role!: string;

  @IsUUID()
  readonly agencyId!: string;
}

class Person {
  @IsNotBlank()
  @MaxLength(5)
  readonly fullName!: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(9)
  readonly page?: number;

  @IsOptional()
  @Matches(/^[a-z]+$/)
  readonly code?: string;

  @IsOptional()
  @IsString()
  readonly 'a/b~c'?: string;

  @IsArray()
  @ArrayMaxSize(2)
  @ValidateNested({ each: true })
  @Type(() => Grant)
  readonly grants!: readonly Grant[];
}

const errorsOf = async (body: object) => {
  const refusal: unknown = await validationPipe()
    .transform(body, { type: 'body', metatype: Person })
    .catch((error: unknown) => error);
  const { code, errors } = refusal as DomainError;
  return { code, errors };
};
const person = (wrong: object) => ({ fullName: 'An', grants: [], ...wrong });
const grant = { role: 'admin', agencyId: '3f2c1d9e-8b7a-4c6d-9e5f-1a2b3c4d5e6f' };

describe('a request', () => {
  it('is taken as what it declares to be', async () => {
    const taken: unknown = await validationPipe().transform(person({ grants: [grant] }), { type: 'body', metatype: Person });
    expect(taken).toBeInstanceOf(Person);
    expect((taken as Person).grants[0]).toBeInstanceOf(Grant);
  });

  it.each([
    [{ fullName: '  ' }, '/fullName', 'isNotBlank', 'Họ và tên cần được nhập.'],
    [{ fullName: undefined }, '/fullName', 'isNotBlank', 'Họ và tên cần được nhập.'],
    [{ fullName: 'Nguyễn Văn An' }, '/fullName', 'maxLength', 'Họ và tên dài quá 5 ký tự. Hãy viết ngắn lại.'],
    [{ page: 0 }, '/page', 'min', 'Trang phải từ 1 trở lên.'],
    [{ page: 10 }, '/page', 'max', 'Trang phải không quá 9.'],
    [{ page: 1.5 }, '/page', 'isInt', 'Trang phải là số nguyên.'],
    [{ code: 'A B' }, '/code', 'matches', 'Mã có ký tự không được dùng, hoặc chưa đúng dạng.'],
    [{ grants: [grant, grant, grant] }, '/grants', 'arrayMaxSize', 'Vai trò có nhiều hơn 2 mục.'],
    [{ grants: [grant, { ...grant, role: 'king' }] }, '/grants/1/role', 'isIn', 'Vai trò phải là một trong: admin, leader.'],
    [{ grants: [{ ...grant, agencyId: 'x' }] }, '/grants/0/agencyId', 'isUuid', 'Cơ quan phải được chọn từ danh sách.'],
    [{ 'a/b~c': 7 }, '/a~1b~0c', 'isString', 'Ô này phải là chữ.'],
    [{ extra: 1 }, '/extra', 'whitelistValidation', 'Trường «extra» không có trong yêu cầu này.'],
  ])('%# with %j is refused at %s', async (wrong, pointer, code, detail) => {
    expect(await errorsOf(person(wrong))).toEqual({ code: 'request.invalid', errors: [{ pointer, code, detail }] });
  });

  it('hears of all its wrong fields at once, each once', async () => {
    const { errors } = await errorsOf({ fullName: 7, grants: 'x', page: 'y' });
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/fullName', '/grants', '/page']);
  });
});
