import { vietnamDay } from '@par-index/contract';
import { inVietnamTime } from '../../platform/time/vietnam-time';
import type { FoundHint, HintDocument, HintSubject } from './hint-facts';
import { type StatedDeadline, statedDeadline } from './stated-deadline';

/** The same bytes, handed in by another agency too. */
export function sharedFile({ documents }: HintSubject): readonly FoundHint[] {
  return documents.filter(({ sharedWith }) => sharedWith.length > 0).map(({ linkId, title, sharedWith }) => ({
    kind: 'shared-file',
    facts: { linkId, sharedWith },
    sentence: `Tệp của «${title}» giống hệt tệp mà ${sharedWith.join(', ')} đã nộp trong kỳ này.`,
    linkId,
  }));
}

/** A document whose date is of another year, or later than the criterion allows. */
export function documentDates(subject: HintSubject): readonly FoundHint[] {
  const deadline = deadlineOf(subject);
  return subject.documents.flatMap(({ linkId, title, issuedOn }): readonly FoundHint[] => {
    if (issuedOn === null) {
      return [];
    }
    const outside: FoundHint = {
      kind: 'dated-outside-year',
      facts: { linkId, issuedOn, year: subject.year },
      sentence: `«${title}» ghi ngày ${dayInWords(issuedOn)}, ngoài năm đánh giá ${subject.year}.`,
      linkId,
    };
    const tooLate = deadline && issuedOn > deadline.lastDay ? [lateHint('dated-after-deadline', deadline, { linkId, at: issuedOn, told: `«${title}» ghi ngày ${dayInWords(issuedOn)}` })] : [];
    return [...(yearOf(issuedOn) === subject.year ? [] : [outside]), ...tooLate];
  });
}

/** When a PDF says that it was signed: of another year, after the criterion's deadline, or after it was handed in. */
export function signatureTimes(subject: HintSubject): readonly FoundHint[] {
  const deadline = deadlineOf(subject);
  return subject.documents.flatMap((document) => signedMoments(document).flatMap((at) => signatureHints(subject, deadline, { document, at })));
}

interface Signed {
  readonly document: HintDocument;
  readonly at: string;
}

function signatureHints({ year, submittedAt }: HintSubject, deadline: StatedDeadline | null, { document: { linkId, title }, at }: Signed): readonly FoundHint[] {
  const [day, told] = [vietnamDay(at), `Thời điểm ký ghi trong tệp của «${title}» là ${inVietnamTime(at)}`];
  const found: readonly (FoundHint | null)[] = [
    yearOf(day) === year ? null : { kind: 'signed-outside-year', facts: { linkId, at, year }, sentence: `${told}, ngoài năm đánh giá ${year}.`, linkId },
    deadline && day > deadline.lastDay ? lateHint('signed-after-deadline', deadline, { linkId, at, told }) : null,
    submittedAt && Date.parse(at) > submittedAt.getTime()
      ? { kind: 'signed-after-submission', facts: { linkId, at, submittedAt: submittedAt.toISOString() }, sentence: `${told}, sau khi hồ sơ được nộp lúc ${inVietnamTime(submittedAt.toISOString())}.`, linkId }
      : null,
  ];
  return found.filter((hint) => hint !== null);
}

interface Late {
  readonly linkId: string;
  readonly at: string;
  readonly told: string;
}

function lateHint(kind: 'dated-after-deadline' | 'signed-after-deadline', { day, lastDay, moved }: StatedDeadline, { linkId, at, told }: Late): FoundHint {
  const limit = moved === null ? dayInWords(day) : `${dayInWords(lastDay)} (ngày ${dayInWords(day)} là ${moved}, lấy ngày làm việc tiếp theo)`;
  return { kind, facts: { linkId, at, lastDay }, sentence: `${told}, sau hạn của tiêu chí: ${limit}.`, linkId };
}

const deadlineOf = ({ leaf, year }: HintSubject): StatedDeadline | null => statedDeadline(`${leaf.title}. ${leaf.guidance ?? ''}`, year);

/** Each once: signing twice at the same time is one thing to say. */
const signedMoments = ({ signatures }: HintDocument): readonly string[] => [...new Set(signatures.flatMap(({ signedAt }) => signedAt ?? []))];

const yearOf = (day: string): number => Number(day.slice(0, 4));

const dayInWords = (day: string): string => day.split('-').toReversed().join('/');
