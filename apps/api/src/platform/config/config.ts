import { PUBLIC_FIELDS, type PublicField } from '@par-index/contract';
import { Transform, plainToInstance } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUrl, Matches, Max, Min, MinLength, ValidateBy, validateSync, type ValidationOptions } from 'class-validator';
import { readPrivateKey } from '../signature/private-key';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const MEBIBYTE = 1024 * 1024;

const whole = ({ value }: { readonly value: unknown }): unknown => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value);
const flag = ({ value }: { readonly value: unknown }): unknown =>
  value === '1' || value === 'true' ? true : value === '0' || value === 'false' || value === '' ? false : value;

const IsSigningKey = (options: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isSigningKey', validator: { validate: (value: unknown) => typeof value === 'string' && readPrivateKey(value) !== null } }, options);

/** Every setting there is, read once from the environment and never from anywhere else. Documented in `.env.example`. */
export class Config {
  @Transform(whole)
  @IsInt({ message: 'phải là một số từ 0 đến 65535, ví dụ 3000' })
  @Min(0, { message: 'phải là một số từ 0 đến 65535, ví dụ 3000' })
  @Max(65_535, { message: 'phải là một số từ 0 đến 65535, ví dụ 3000' })
  readonly PORT: number = 3000;

  @IsNotEmpty({ message: 'phải là địa chỉ để lắng nghe, ví dụ 0.0.0.0 hoặc 127.0.0.1' })
  readonly HOST: string = '0.0.0.0';

  @Matches(/^postgres(ql)?:\/\/.+/, { message: 'phải có, dạng postgres://người-dùng:mật-khẩu@máy-chủ:5432/tên-cơ-sở-dữ-liệu' })
  readonly DATABASE_URL!: string;

  @IsString({ message: 'phải có: một chuỗi bí mật ngẫu nhiên ít nhất 32 ký tự, ví dụ kết quả của lệnh: openssl rand -base64 48' })
  @MinLength(32, { message: 'quá ngắn: cần ít nhất 32 ký tự ngẫu nhiên, ví dụ kết quả của lệnh: openssl rand -base64 48' })
  readonly SESSION_SECRET!: string;

  @IsNotEmpty({ message: 'phải là một thư mục ghi được' })
  readonly PAR_DATA_DIR: string = '.data';

  @Transform(flag)
  @IsBoolean({ message: 'phải là 1 (dùng dữ liệu minh họa) hoặc 0' })
  readonly PAR_DEMO: boolean = false;

  @IsOptional()
  @IsString({ message: 'phải là thư mục của giao diện đã dựng' })
  readonly WEB_ROOT?: string;

  @IsNotEmpty({ message: 'phải là tên tỉnh, thành phố, ví dụ Tuyên Quang' })
  readonly PAR_PROVINCE_NAME: string = 'Tuyên Quang';

  @Transform(whole)
  @IsInt({ message: 'phải là số MB từ 1 đến 2048' })
  @Min(1, { message: 'phải là số MB từ 1 đến 2048' })
  @Max(2048, { message: 'phải là số MB từ 1 đến 2048' })
  readonly PAR_MAX_EVIDENCE_MB: number = 50;

  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] }, { message: 'phải là địa chỉ của hệ thống, ví dụ https://cchc.tuyenquang.gov.vn' })
  readonly PAR_PUBLIC_URL?: string;

  @IsOptional()
  @IsSigningKey({ message: 'phải là khóa riêng Ed25519 (PKCS#8, dạng PEM hoặc base64), ví dụ kết quả của lệnh: openssl genpkey -algorithm ed25519' })
  readonly RECEIPT_KEY?: string;

  @IsOptional()
  @Matches(/^[A-Za-z0-9+/]{43}=$/, { message: 'phải là khóa 32 byte dạng base64, ví dụ kết quả của lệnh: openssl rand -base64 32' })
  readonly SURVEY_KEY?: string;

  @IsOptional()
  @Matches(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, { message: 'phải là tên một kho chứa (bucket) S3, ví dụ par-index' })
  readonly S3_BUCKET?: string;

  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] }, { message: 'phải là địa chỉ của kho S3, ví dụ https://s3.tinh.local:9000' })
  readonly S3_ENDPOINT?: string;

  @IsNotEmpty({ message: 'phải là tên vùng của kho S3, ví dụ us-east-1' })
  readonly S3_REGION: string = 'us-east-1';

  @IsOptional()
  @IsString({ message: 'phải là mã khóa truy cập kho S3' })
  readonly S3_ACCESS_KEY_ID?: string;

  @IsOptional()
  @IsString({ message: 'phải là khóa bí mật của kho S3' })
  readonly S3_SECRET_ACCESS_KEY?: string;

  @IsOptional()
  @Matches(/^smtps?:\/\/.+/, { message: 'phải có dạng smtp://người-dùng:mật-khẩu@máy-chủ:587' })
  readonly SMTP_URL?: string;

  @Matches(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, { message: 'phải là địa chỉ gửi thư, ví dụ PAR INDEX <cchc@tuyenquang.gov.vn>' })
  readonly MAIL_FROM: string = 'PAR INDEX <par-index@localhost>';

  @IsOptional()
  @MinLength(16, { message: 'quá ngắn: cần ít nhất 16 ký tự ngẫu nhiên, ví dụ kết quả của lệnh: openssl rand -hex 24' })
  readonly METRICS_TOKEN?: string;

  @Matches(/^(none|(criteria|remarks|answers)(,(criteria|remarks|answers))*)$/, { message: 'phải là none, hoặc các mục sau cách nhau bằng dấu phẩy: criteria, remarks, answers' })
  readonly PAR_PUBLIC_FIELDS: string = PUBLIC_FIELDS.join(',');

  @Transform(flag)
  @IsBoolean({ message: 'phải là 1 (đứng sau máy chủ proxy của mình) hoặc 0' })
  readonly PAR_TRUST_PROXY: boolean = false;

  @IsIn(LOG_LEVELS, { message: `phải là một trong: ${LOG_LEVELS.join(', ')}` })
  readonly LOG_LEVEL: (typeof LOG_LEVELS)[number] = 'info';

  @Transform(whole)
  @IsInt({ message: 'phải là số kết nối từ 2 đến 200' })
  @Min(2, { message: 'phải là số kết nối từ 2 đến 200' })
  @Max(200, { message: 'phải là số kết nối từ 2 đến 200' })
  readonly DATABASE_POOL: number = 10;

  get maxEvidenceBytes(): number {
    return this.PAR_MAX_EVIDENCE_MB * MEBIBYTE;
  }

  /** The public address without a slash at its end, or null where it is to be taken from the request. */
  get publicUrl(): string | null {
    return this.PAR_PUBLIC_URL?.replace(/\/+$/, '') ?? null;
  }

  /** What of a published result everybody may read beside ranking and fields. */
  get publicFields(): ReadonlySet<PublicField> {
    return new Set(PUBLIC_FIELDS.filter((field) => this.PAR_PUBLIC_FIELDS.split(',').includes(field)));
  }

  /** Where a mail leads to: there is no request to take the address from. */
  get mailedUrl(): string {
    return this.publicUrl ?? `http://localhost:${this.PORT}`;
  }
}

/** Says in Vietnamese, a line for each, which settings are wrong and what they should be. */
export class ConfigError extends Error {
  constructor(readonly lines: readonly string[]) {
    super(['Cấu hình chưa đúng:', ...lines.map((line) => `  - ${line}`), 'Xem .env.example để biết mọi thiết lập.'].join('\n'));
    this.name = 'ConfigError';
  }
}

const NAMES = [
  'PORT',
  'HOST',
  'DATABASE_URL',
  'SESSION_SECRET',
  'PAR_DATA_DIR',
  'PAR_DEMO',
  'WEB_ROOT',
  'PAR_PROVINCE_NAME',
  'PAR_MAX_EVIDENCE_MB',
  'PAR_PUBLIC_URL',
  'PAR_PUBLIC_FIELDS',
  'PAR_TRUST_PROXY',
  'RECEIPT_KEY',
  'SURVEY_KEY',
  'S3_BUCKET',
  'S3_ENDPOINT',
  'S3_REGION',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
  'SMTP_URL',
  'MAIL_FROM',
  'METRICS_TOKEN',
  'LOG_LEVEL',
  'DATABASE_POOL',
] as const satisfies readonly (keyof Config)[];

/** Settings that are empty count as not given. Throws `ConfigError` with every wrong one. */
export function configFrom(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(NAMES.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const config = plainToInstance(Config, given);
  const wrong = validateSync(config);
  if (wrong.length > 0) {
    throw new ConfigError(wrong.map(({ property, constraints = {} }) => `${property} ${Object.values(constraints)[0] ?? ''}`));
  }
  return Object.freeze(config);
}
