import type { AttachFields, EvidenceDescription } from '@par-index/contract';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { assertSoundJson } from '../../platform/http/sound-json';
import { DomainError } from '../../platform/problem/domain-error';
import { fieldErrors } from '../../platform/problem/validation.pipe';
import { AttachFieldsDto } from './evidence.dto';

/** The field `description` of an upload, which comes before the file. Refuses what a JSON body with these fields would be refused for. */
export function attachFieldsOf(description: string | undefined): AttachFields {
  const sent = parsed(description);
  assertSoundJson(sent, '/description');
  const fields = plainToInstance(AttachFieldsDto, sent);
  const errors = validateSync(fields, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length > 0) {
    throw new DomainError('request.invalid', {}, fieldErrors(errors, '/description'));
  }
  return fields;
}

function parsed(description: string | undefined): object {
  try {
    const value: unknown = JSON.parse(description ?? '');
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value;
    }
  } catch {
    // said below, like any other text that is no description
  }
  const detail = 'Thiếu phần mô tả tài liệu, hoặc phần mô tả đứng sau tệp. Hãy tải lại trang rồi thử lại.';
  throw new DomainError('request.invalid', {}, [{ pointer: '/description', code: 'isObject', detail }]);
}

/** A description without the blanks at its ends; without a title it is called by `otherwise`. */
export function trimmed(description: EvidenceDescription, otherwise: string): EvidenceDescription {
  const { title, documentNumber, issuedOn, issuer } = description;
  return { title: title.trim() || otherwise, documentNumber: documentNumber.trim(), issuedOn, issuer: issuer.trim() };
}

/**
 * An address that may stand as evidence, in its standard form: https, a host, nobody's password. Null where none is given. Refuses
 * anything else, and a reference that has neither address nor document number: it would point nowhere.
 */
export function referenceOf(url: string | null, documentNumber: string): string | null {
  const given = url?.trim() ?? '';
  if (given === '') {
    if (documentNumber.trim() === '') {
      throw refusedLink('Hãy nhập đường dẫn hoặc số hiệu văn bản: không có cả hai thì chưa phải là tài liệu kiểm chứng.');
    }
    return null;
  }
  const address = URL.canParse(given) ? new URL(given) : null;
  if (address?.protocol !== 'https:' || address.username !== '' || address.password !== '' || !address.hostname.includes('.')) {
    throw refusedLink('Đường dẫn phải là một địa chỉ đầy đủ bắt đầu bằng https://.');
  }
  return address.href;
}

const refusedLink = (detail: string): DomainError => new DomainError('evidence.link-invalid', {}, [{ pointer: '/url', code: 'evidence.link-invalid', detail }]);
