import type {
  AgencyView,
  AssessmentAction,
  AssessmentSummary,
  AssessmentView,
  CriteriaSetSummary,
  CycleView,
  Page as ListPage,
  Phase,
  PhaseWindow,
  RoleGrantRequest,
  SessionView,
  UserWithLink,
} from '@par-index/contract';
import type { Answer, CriteriaSet } from '@par-index/scoring';
import type { Page } from 'playwright-core';
import { openPage, origin } from './journey';

const PASSWORD = 'Mua-he-nam-2027-o-Tan-Trao';
const DAY = 86_400_000;

/** A person at their browser, who can also ask the server what it really has. */
export class Person {
  private csrfToken = '';

  constructor(readonly page: Page) {}

  /** Learns the token that goes with every write of this session. */
  async signedIn(): Promise<this> {
    this.csrfToken = (await this.get<SessionView>('/session')).csrfToken;
    return this;
  }

  async get<T>(address: string): Promise<T> {
    const answer = await this.page.request.get(`${origin()}/api/v1${address}`);
    if (!answer.ok()) throw new Error(`GET ${address}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  post = <T>(address: string, data: object, version?: number): Promise<T> => this.send<T>('post', { address, data, version });
  put = <T>(address: string, data: object, version?: number): Promise<T> => this.send<T>('put', { address, data, version });

  /** What goes with every write of this session. */
  writing(): Readonly<Record<string, string>> {
    return { 'origin': origin(), 'x-csrf-token': this.csrfToken };
  }

  private async send<T>(method: 'post' | 'put', { address, data, version }: { address: string; data: object; version: number | undefined }): Promise<T> {
    const headers = { ...this.writing(), ...(version === undefined ? {} : { 'if-match': `"${version}"` }) };
    const answer = await this.page.request[method](`${origin()}/api/v1${address}`, { data, headers });
    if (!answer.ok()) throw new Error(`${method} ${address}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as T;
  }
}

/** One of the demonstration's people. */
export const demoPerson = async (as: string): Promise<Person> => new Person(await openPage({ as, path: '/work' })).signedIn();

/** Somebody the administrator makes: the link is spent, the password set, and they sign in with it. */
export async function newPerson(admin: Person, userName: string, grants: readonly RoleGrantRequest[]): Promise<Person> {
  const { link } = await admin.post<UserWithLink>('/users', { userName, fullName: `Người ${userName}`, grants });
  const token = link.url.slice(link.url.indexOf('#') + 1);
  const person = new Person(await openPage({ path: '/health/live' }));
  const headers = { origin: origin() };
  await person.page.request.post(`${origin()}/api/v1/credential-links/${token}`, { data: { newPassword: PASSWORD }, headers });
  await person.post('/session', { userName, password: PASSWORD });
  return person.signedIn();
}

export interface SmallProvince {
  readonly groupCode: string;
  readonly cycle: CycleView;
  readonly agencies: readonly AgencyView[];
}

const choice = (code: string, max: number, title: string) => ({
  ...{ code, title, max },
  rule: { kind: 'choice' as const, options: [{ id: 'dat', label: 'Đạt', points: max }, { id: 'mot-phan', label: 'Đạt một phần', points: max / 2 }, { id: 'khong', label: 'Không đạt', points: 0 }] },
});

const smallSet = (groupCode: string): CriteriaSet => ({
  ...{ format: 'par-criteria-set/1', code: `bo-${groupCode}`, title: 'Bộ tiêu chí thử nghiệm', year: 2027, appliesTo: groupCode },
  criteria: [
    {
      ...{ code: '1', title: 'Chỉ đạo điều hành', max: 60, appraiser: 'so-noi-vu' },
      children: [
        { code: '1.1', title: 'Hoàn thành kế hoạch', max: 40, rule: { kind: 'proportional', measure: { type: 'ratio', numerator: 'Số việc đã xong', denominator: 'Số việc trong kế hoạch' } }, appraiser: 'so-tu-phap' },
        choice('1.2', 20, 'Ban hành kế hoạch'),
      ],
    },
    { code: '2', title: 'Thủ tục hành chính', max: 40, appraiser: 'so-noi-vu', children: [choice('2.1', 40, 'Công khai thủ tục')] },
  ],
});

/** Phases of two days each, from now on; the first one is open. */
const windowsFrom = (now: number): readonly PhaseWindow[] =>
  (['self-assessment', 'appraisal', 'explanation', 'reappraisal', 'council', 'preliminary'] as const).map((phase, place) => {
    const at = (days: number): string => new Date(now - DAY + (3 * place + days) * DAY).toISOString();
    return { phase, opensAt: at(0), deadlineAt: at(2), closeAt: at(3) };
  });

/** What tells one small province from another: journeys share one database. */
export interface ProvinceNames {
  readonly groupCode: string;
  /** Of the group, and in the names of its agencies and of its cycle. */
  readonly word: string;
}

/** A group of four agencies with a set and a cycle of their own, in preparation. */
export async function smallProvince(homeAffairs: Person, { groupCode, word }: ProvinceNames = { groupCode: 'thu-nghiem', word: 'thử' }): Promise<SmallProvince> {
  await homeAffairs.post('/agency-groups', { code: groupCode, name: `Cơ quan ${word} nghiệm` });
  const agencies: AgencyView[] = [];
  for (const letter of ['A', 'B', 'C', 'D']) {
    agencies.push(await homeAffairs.post<AgencyView>('/agencies', { code: `${groupCode}-${letter.toLowerCase()}`, name: `Cơ quan ${word} ${letter}`, shortName: `${word[0]?.toUpperCase() ?? ''}${word.slice(1)} ${letter}`, groupCode }));
  }
  const set = await homeAffairs.post<CriteriaSetSummary>('/criteria-sets', smallSet(groupCode));
  const { items } = await homeAffairs.get<ListPage<AgencyView>>('/agencies?search=so-noi-vu');
  const lead = items.find(({ code }) => code === 'so-noi-vu');
  const cycle = await homeAffairs.post<CycleView>('/cycles', {
    ...{ year: 2027, title: `Kỳ ${word} nghiệm năm 2027`, leadAgencyId: lead?.id, criteriaSetIds: [set.id], windows: windowsFrom(Date.now()), substitutes: [] },
  });
  return { groupCode, cycle, agencies };
}

/** Opens a phase by hand, unless the clock of the server, which ticks each minute, has done so already. */
export async function openPhase(homeAffairs: Person, cycleId: string, to: Phase): Promise<void> {
  const read = () => homeAffairs.get<CycleView>(`/cycles/${cycleId}`);
  const { phase, version } = await read();
  if (phase === to) return;
  try {
    await homeAffairs.post(`/cycles/${cycleId}/phase`, { to, reason: 'Theo kế hoạch' }, version);
  } catch (error) {
    if ((await read()).phase !== to) throw error;
  }
}

/** The assessment of an agency, as whoever asks may see it. */
export async function assessmentOf(person: Person, cycleId: string, agencyId: string): Promise<AssessmentSummary> {
  const { items } = await person.get<ListPage<AssessmentSummary>>(`/assessments?cycleId=${cycleId}&pageSize=100`);
  const found = items.find(({ agency }) => agency.id === agencyId);
  if (!found) throw new Error(`No assessment of ${agencyId} to be seen`);
  return found;
}

export async function move(person: Person, assessmentId: string, action: AssessmentAction, reason?: string): Promise<AssessmentView> {
  const { version } = await person.get<AssessmentView>(`/assessments/${assessmentId}`);
  return person.post<AssessmentView>(`/assessments/${assessmentId}/transitions`, { action, ...(reason === undefined ? {} : { reason }) }, version);
}

export async function answerAll(officer: Person, assessmentId: string, answers: Readonly<Record<string, Answer>>): Promise<void> {
  const { answers: stored } = await officer.get<AssessmentView>(`/assessments/${assessmentId}`);
  for (const [code, answer] of Object.entries(answers)) {
    const version = stored.find((one) => one.code === code)?.version ?? 0;
    await officer.put(`/assessments/${assessmentId}/answers/${code}`, { answer, note: '', evidenceExplanation: '' }, version);
  }
}
