import type { AdviceCode } from './advice-codes';
import { DIRECTION, QUALITY, RESULTS } from './defect.fixture';
import { planted, soundSet } from './sound-set.fixture';

/** Something that nobody can have meant, planted in a set that is sound otherwise, and what is said of it. */
export interface Slip {
  readonly what: string;
  readonly in: string;
  readonly plant: unknown;
  readonly at?: string;
  readonly code: AdviceCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly severity?: 'error';
}

/** The sound set with an appraiser for everything, so that nothing at all is to be said of it. */
export const faultlessSet = (): unknown => planted(soundSet(), '/criteria/1/appraiser', 'so-noi-vu');

const ratio = { type: 'ratio', numerator: 'Tử', denominator: 'Mẫu' };
const days = { type: 'number', label: 'Số ngày', unit: 'ngày', min: 0, max: 50 };
const options = (...points: readonly number[]) => points.map((value, index) => ({ id: `o${index}`, label: `Mức ${index + 1}`, points: value }));
const RULE = `${DIRECTION}/2/rule`;
const BANDS = `${DIRECTION}/3`;

export const TITLES: readonly Slip[] = [
  { what: 'a title doubled among siblings', in: `${DIRECTION}/1/title`, plant: 'Ban hành kế hoạch', code: 'title.doubled', params: { title: 'Ban hành kế hoạch', code: '1.1' }, severity: 'error' },
  { what: 'the same in capitals, with blanks and a point', in: `${DIRECTION}/1/title`, plant: ' BAN  HÀNH kế hoạch. ', code: 'title.doubled', params: { title: ' BAN  HÀNH kế hoạch. ', code: '1.1' }, severity: 'error' },
  { what: 'a title doubled among the fields', in: '/criteria/1/title', plant: 'Chỉ đạo, điều hành', code: 'title.doubled', params: { title: 'Chỉ đạo, điều hành', code: '1' }, severity: 'error' },
  { what: 'a leaf called like one elsewhere', in: `${QUALITY}/0/title`, plant: 'Công khai', code: 'title.elsewhere', params: { title: 'Công khai', code: '1.2' } },
  { what: 'two options that say the same', in: `${DIRECTION}/0/rule/options/1/label`, plant: 'đúng hạn', code: 'label.doubled', params: { label: 'đúng hạn' }, severity: 'error' },
  { what: 'two items that say the same', in: `${DIRECTION}/1/rule/items/1/label`, plant: 'Văn bản', code: 'label.doubled', params: { label: 'Văn bản' }, severity: 'error' },
  { what: 'two answers of a questionnaire that say the same', in: `${QUALITY}/1/rule/options/1/label`, plant: 'Tốt', code: 'label.doubled', params: { label: 'Tốt' }, severity: 'error' },
  { what: 'two rows of a tally that say the same', in: `${QUALITY}/0/rule/items/1/label`, plant: 'Báo cáo chậm', code: 'label.doubled', params: { label: 'Báo cáo chậm' }, severity: 'error' },
];

export const REACH: readonly Slip[] = [
  { what: 'a checklist that falls short', in: `${DIRECTION}/1/rule/items/0/points`, plant: 4, at: `${DIRECTION}/1/rule`, code: 'reach.max', params: { highest: 9, max: 10 } },
  { what: 'a target beyond the measure', in: `${RULE}/target`, plant: 125, at: RULE, code: 'reach.max', params: { highest: 8, max: 10 } },
  { what: 'a number that cannot reach the target', in: RULE, plant: { kind: 'proportional', measure: days, target: 80 }, code: 'reach.max', params: { highest: 6.25, max: 10 } },
  { what: 'a threshold beyond the measure', in: `${RULE}/zeroBelow`, plant: 101, at: RULE, code: 'reach.nothing', params: { max: 10 }, severity: 'error' },
  { what: 'a threshold below the measure', in: `${RULE}/zeroBelow`, plant: 0, code: 'reach.threshold-idle', params: { zeroBelow: 0, least: 0 } },
  { what: 'bands whose best falls short', in: `${BANDS}/rule/bands/0/points`, plant: 9, at: `${BANDS}/rule`, code: 'reach.max', params: { highest: 9, max: 10 } },
  { what: 'bands in proportion that end before the full share', in: `${BANDS}/rule`, plant: { kind: 'bands', measure: { ...ratio, max: 80 }, bands: [{ from: 50, proportional: true }, { below: 50, points: 0 }] }, code: 'reach.max', params: { highest: 8, max: 10 } },
  { what: 'a line whose end is never touched', in: `${BANDS}/rule`, plant: { kind: 'bands', measure: ratio, bands: [{ from: 0, below: 100, linear: { from: 0, to: 8 } }, { from: 100, points: 9 }] }, code: 'reach.max', params: { highest: 9, max: 10 } },
  { what: 'bands that are worth nothing', in: `${BANDS}/rule`, plant: { kind: 'bands', measure: ratio, bands: [{ points: 0 }] }, code: 'reach.nothing', params: { max: 10 }, severity: 'error' },
  { what: 'a tally whose caps end before max', in: `${QUALITY}/0/rule`, plant: { kind: 'tally', start: 'zero', items: [{ id: 'a', label: 'Sáng kiến', points: 1, cap: 4 }, { id: 'b', label: 'Mô hình', points: 2, cap: 5 }] }, code: 'reach.max', params: { highest: 9, max: 10 } },
  { what: 'a tally that counts nothing', in: `${QUALITY}/0/rule`, plant: { kind: 'tally', start: 'zero', items: [{ id: 'a', label: 'Sáng kiến', points: 0 }] }, code: 'reach.nothing', params: { max: 10 }, severity: 'error' },
  { what: 'a questionnaire whose best answer is not the full percent', in: `${QUALITY}/1/rule/options/0/percent`, plant: 80, at: `${QUALITY}/1/rule`, code: 'reach.max', params: { highest: 8, max: 10 } },
  { what: 'a step that passes max by', in: `${QUALITY}/2/rule/step`, plant: 3, at: `${QUALITY}/2/rule`, code: 'reach.max', params: { highest: 9, max: 10 } },
  { what: 'cases of which none comes to max', in: `${QUALITY}/3/rule`, plant: { kind: 'bestOf', cases: [{ id: 'a', label: 'Một', rule: { kind: 'choice', options: options(7, 0) } }, { id: 'b', label: 'Hai', rule: { kind: 'choice', options: options(8, 0) } }] }, code: 'reach.max', params: { highest: 8, max: 10 } },
  { what: 'options that are all worth the same', in: `${DIRECTION}/0/rule/options/1/points`, plant: 10, at: `${DIRECTION}/0/rule/options`, code: 'reach.same', params: { points: 10 } },
  { what: 'an item worth nothing', in: `${DIRECTION}/1/rule/items/1/points`, plant: 0, code: 'reach.worthless', params: { label: 'Ngân sách' } },
  { what: 'a row of a tally worth nothing', in: `${QUALITY}/0/rule/items/0/points`, plant: 0, code: 'reach.worthless', params: { label: 'Báo cáo chậm' } },
  { what: 'the best of children that all fall short of it', in: `${RESULTS}/1/children/0/max`, plant: 4, at: `${RESULTS}/1/max`, code: 'reach.max', params: { highest: 4, max: 5 } },
  { what: 'options that are all worth nothing', in: `${DIRECTION}/0/rule/options`, plant: options(0, 0), at: `${DIRECTION}/0/rule`, code: 'reach.nothing', params: { max: 10 }, severity: 'error' },
];

export const ANSWERABLE: readonly Slip[] = [
  { what: 'a questionnaire that the agency answers', in: `${QUALITY}/1/source`, plant: 'self', code: 'answerable.survey-rule', params: { source: 'self' }, severity: 'error' },
  { what: 'a questionnaire that the appraiser answers', in: `${QUALITY}/1/source`, plant: 'appraiser', code: 'answerable.survey-rule', params: { source: 'appraiser' }, severity: 'error' },
  { what: 'a case of questionnaires that the agency answers', in: `${QUALITY}/3/rule/cases/0/rule`, plant: { kind: 'survey', options: [{ id: 'a', label: 'Tốt', percent: 100 }] }, code: 'answerable.survey-rule', params: { source: 'self' }, severity: 'error' },
  { what: 'a survey leaf with a ratio', in: `${DIRECTION}/2/source`, plant: 'survey', code: 'answerable.survey-source', params: { kind: 'proportional' } },
  { what: 'evidence required of a survey', in: `${QUALITY}/1/evidence`, plant: { required: true }, at: `${QUALITY}/1/evidence/required`, code: 'answerable.evidence', params: { source: 'survey' } },
  { what: 'evidence required of what an appraiser enters', in: `${QUALITY}/2/evidence`, plant: { required: true }, at: `${QUALITY}/2/evidence/required`, code: 'answerable.evidence', params: { source: 'appraiser' } },
  { what: 'evidence required of an external index', in: `${RESULTS}/1/children/0/evidence`, plant: { required: true, hint: 'Công bố' }, at: `${RESULTS}/1/children/0/evidence/required`, code: 'answerable.evidence', params: { source: 'imported' } },
  { what: 'an appraiser who is not named', in: '/criteria/4/source', plant: 'appraiser', code: 'answerable.no-appraiser', params: { code: '5' } },
  { what: 'a choice of one', in: `${DIRECTION}/0/rule/options`, plant: options(10), code: 'answerable.single-option', params: { label: 'Mức 1' } },
];

const guidance = (text: string) => ({ in: `${BANDS}/guidance`, plant: text });

export const WORDING: readonly Slip[] = [
  { what: 'a band that is said to begin elsewhere', ...guidance('Trên 90%: 10 điểm; từ 75% đến 90%: nội suy.'), code: 'wording.no-such-band', params: { said: 'từ 75% đến 90%', from: 75, upTo: 90 } },
  { what: 'a band that is said to leave its edge out', ...guidance('Từ 70% đến dưới 90%: nội suy từ 5 đến 8 điểm.'), code: 'wording.no-such-band', params: { said: 'Từ 70% đến dưới 90%', from: 70, below: 90 } },
  { what: 'a last band that is said to include its edge', ...guidance('Từ 50% trở xuống: 0 điểm'), code: 'wording.no-such-band', params: { said: 'Từ 50% trở xuống', upTo: 50 } },
  { what: 'a first band that is said to include its edge', ...guidance('Từ 90% trở lên: điểm tối đa'), code: 'wording.no-such-band', params: { said: 'Từ 90% trở lên', from: 90 } },
  { what: 'a band that is said to end at a figure of its own', ...guidance('- Đạt 100%: 10 điểm'), code: 'wording.no-such-band', params: { said: 'Đạt 100%', from: 100, upTo: 100 } },
  { what: 'other points for a band', ...guidance('Trên 90%: 9,5 điểm'), code: 'wording.band-points', params: { said: 'Trên 90%', points: 9.5, inRule: 10 } },
  { what: 'points for a band that has none', ...guidance('Dưới 50%: 1 điểm'), code: 'wording.band-points', params: { said: 'Dưới 50%', points: 1, inRule: 0 } },
  { what: 'one number for a band in proportion', ...guidance('Từ 50% đến dưới 70%: 6 điểm'), code: 'wording.band-varies', params: { said: 'Từ 50% đến dưới 70%', points: 6 } },
  { what: 'the full points for a band that rises', ...guidance('Từ 70% đến 90%: điểm tối đa'), code: 'wording.band-varies', params: { said: 'Từ 70% đến 90%', points: 10 } },
  { what: 'the full points for a band that gives none', ...guidance('dưới 50%: điểm tối đa'), code: 'wording.band-points', params: { said: 'dưới 50%', points: 10, inRule: 0 } },
  { what: 'an option that says other points', in: `${DIRECTION}/0/rule/options/1/label`, plant: 'Chậm (2 điểm)', code: 'wording.label-points', params: { label: 'Chậm (2 điểm)', points: 2, inRule: 2.5 } },
  { what: 'an item that says other points', in: `${DIRECTION}/1/rule/items/1/label`, plant: 'Ngân sách: 4,5 điểm', code: 'wording.label-points', params: { label: 'Ngân sách: 4,5 điểm', points: 4.5, inRule: 5 } },
  { what: 'a row of a tally that says other points', in: `${QUALITY}/0/rule/items/0/label`, plant: 'Báo cáo chậm trừ 0,5 điểm', code: 'wording.label-points', params: { label: 'Báo cáo chậm trừ 0,5 điểm', points: 0.5, inRule: 0.25 } },
];

export const SLIPS: readonly Slip[] = [...TITLES, ...REACH, ...ANSWERABLE, ...WORDING];
