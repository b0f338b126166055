import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { parseArgs } from 'node:util';
import { AppModule } from '../app.module';
import { AdministratorService, type Appointment } from '../features/identity/administrator.service';
import { USER_NAME } from '../features/identity/user.dto';
import { ConfigError, configFrom } from '../platform/config/config';
import { DomainError } from '../platform/problem/domain-error';

const USAGE = `Tạo quản trị hệ thống đầu tiên, hoặc cấp lại liên kết đặt mật khẩu cho quản trị hệ thống.

  npm run admin -- --user-name TÊN_ĐĂNG_NHẬP --full-name "HỌ VÀ TÊN" --agency-code MÃ_CƠ_QUAN [--agency-name "TÊN CƠ QUAN"]

  --user-name    chữ thường không dấu, số, dấu chấm, gạch; ví dụ: quantri
  --full-name    ví dụ: "Triệu Minh Đức"
  --agency-code  mã cơ quan nơi làm việc, ví dụ: so-noi-vu
  --agency-name  tên cơ quan; chỉ dùng khi hệ thống chưa có cơ quan nào`;

/** Something the person at the keyboard can put right. */
class UsageError extends Error {}

function appointmentFrom(words: readonly string[]): Appointment {
  const text = { type: 'string' } as const;
  const options = { 'user-name': text, 'full-name': text, 'agency-code': text, 'agency-name': text };
  const { values } = parseArgs({ args: [...words], options, strict: true });
  const { 'user-name': userName = '', 'full-name': fullName = '', 'agency-code': agencyCode = '', 'agency-name': agencyName = agencyCode } = values;
  if (!USER_NAME.test(userName) || fullName.trim() === '' || agencyCode === '') {
    throw new UsageError(USAGE);
  }
  return { userName, fullName: fullName.trim(), agencyCode, agencyName };
}

async function appoint(words: readonly string[]): Promise<void> {
  const appointment = appointmentFrom(words);
  const config = configFrom(process.env);
  const app = await NestFactory.createApplicationContext(AppModule.with(config), { logger: ['error', 'warn'], abortOnError: false });
  try {
    const { url, expiresAt } = await app.get(AdministratorService).appoint(appointment, config.publicUrl ?? `http://localhost:${config.PORT}`);
    console.log(`Quản trị hệ thống: ${appointment.fullName} (${appointment.userName})`);
    console.log(`Mở liên kết này một lần để đặt mật khẩu, trước ${expiresAt.toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' })}:`);
    console.log(url);
  } finally {
    await app.close();
  }
}

function wordsOf(error: unknown): unknown {
  const isOption = String(Object(error).code).startsWith('ERR_PARSE_ARGS');
  if (isOption) {
    return `${(error as Error).message}\n\n${USAGE}`;
  }
  const known = error instanceof UsageError || error instanceof ConfigError;
  return known ? error.message : error instanceof DomainError ? (error.errors[0]?.detail ?? error.code) : error;
}

appoint(process.argv.slice(2)).catch((error: unknown) => {
  console.error(wordsOf(error));
  process.exitCode = 1;
});
