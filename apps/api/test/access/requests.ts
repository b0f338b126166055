/** How each route is asked; a name such as `:agency` in its address or body is one of the scene. Writes carry a version that nobody has, so that whoever is let in changes nothing. */
export interface RouteRequest {
  /** As the controller declares it. */
  readonly route: string;
  /** The address with names of the scene; the route's own where it has no parameters. */
  readonly address?: string;
  readonly body?: object;
  readonly upload?: true;
}

const decision = { kind: 'accept', reason: '', explanationWanted: false, question: '' };
const answer = { answer: null, note: '', evidenceExplanation: '' };
const description = { title: 'Báo cáo', documentNumber: '1/BC', issuedOn: null, issuer: '' };
const windowed = { deadlineAt: '2099-01-01T00:00:00Z', closeAt: '2099-01-02T00:00:00Z', reason: 'Mất điện' };
const passwords = { currentPassword: 'không đúng đâu', newPassword: 'một mật khẩu mới dài' };

export const REQUESTS: readonly RouteRequest[] = [
  { route: 'GET /health/live' },
  { route: 'GET /health/ready' },
  { route: 'GET /agency-groups' },
  { route: 'POST /agency-groups', body: { code: '' } },
  { route: 'GET /agencies' },
  { route: 'POST /agencies', body: { code: '' } },
  { route: 'GET /agencies/:id', address: '/agencies/:agency' },
  { route: 'PUT /agencies/:id', address: '/agencies/:agency', body: { name: 'Sở', shortName: 'Sở', groupCode: 'so-ban-nganh', active: true } },
  { route: 'GET /session' },
  { route: 'POST /session', body: {} },
  { route: 'POST /session/demo', body: { userName: 'khong-co' } },
  { route: 'GET /account/sessions' },
  { route: 'DELETE /account/sessions/:id', address: '/account/sessions/:user' },
  { route: 'PUT /account/password', body: passwords },
  { route: 'POST /credential-links/:token', address: '/credential-links/khong-co', body: { newPassword: 'một mật khẩu mới dài' } },
  { route: 'GET /site' },
  { route: 'GET /audit-events' },
  { route: 'POST /users/import', address: '/users/import?dryRun=true', upload: true },
  { route: 'GET /users/import/template' },
  { route: 'GET /users' },
  { route: 'POST /users', body: { userName: '' } },
  { route: 'GET /users/:id', address: '/users/:user' },
  { route: 'PUT /users/:id', address: '/users/:user', body: { fullName: 'A', active: true, grants: [] } },
  { route: 'POST /users/:id/credential-link', address: '/users/:set/credential-link' },
  { route: 'GET /criteria-sets' },
  { route: 'POST /criteria-sets', body: {} },
  { route: 'GET /criteria-sets/:id', address: '/criteria-sets/:set' },
  { route: 'POST /criteria-sets/check', body: {} },
  { route: 'GET /cycles' },
  { route: 'POST /cycles', body: {} },
  { route: 'GET /cycles/:id', address: '/cycles/:cycle' },
  { route: 'PUT /cycles/:id', address: '/cycles/:cycle', body: { title: 'Kỳ', windows: [] } },
  { route: 'GET /cycles/:id/phase-preview', address: '/cycles/:cycle/phase-preview' },
  { route: 'POST /cycles/:id/phase', address: '/cycles/:cycle/phase', body: { to: 'explanation', reason: 'Đến hạn' } },
  { route: 'GET /cycles/:id/progress', address: '/cycles/:cycle/progress' },
  { route: 'GET /cycles/:id/progress/summary', address: '/cycles/:cycle/progress/summary' },
  { route: 'PUT /cycles/:cycleId/participants/:agencyId/extension', address: '/cycles/:cycle/participants/:agency/extension', body: windowed },
  { route: 'PUT /cycles/:cycleId/participants/:agencyId/exemptions', address: '/cycles/:cycle/participants/:agency/exemptions', body: { exemptions: [] } },
  { route: 'POST /assessments/:id/criteria/:code/evidence', address: '/assessments/:assessment/criteria/1.1/evidence', upload: true },
  { route: 'POST /assessments/:id/criteria/:code/evidence-links', address: '/assessments/:assessment/criteria/1.1/evidence-links', body: { documentId: ':document', section: '', page: null } },
  { route: 'POST /assessments/:id/criteria/:code/evidence-references', address: '/assessments/:assessment/criteria/1.1/evidence-references', body: { ...description, section: '', page: null, url: null } },
  { route: 'PUT /evidence-links/:id/place', address: '/evidence-links/:link/place', body: { section: '', page: null } },
  { route: 'DELETE /evidence-links/:id', address: '/evidence-links/:link' },
  { route: 'GET /evidence-documents' },
  { route: 'PUT /evidence-documents/:id', address: '/evidence-documents/:document', body: description },
  { route: 'PUT /evidence-documents/:id/content', address: '/evidence-documents/:document/content', upload: true },
  { route: 'GET /evidence-documents/:id/content', address: '/evidence-documents/:document/content' },
  { route: 'GET /assessments' },
  { route: 'GET /assessments/:id', address: '/assessments/:assessment' },
  { route: 'GET /assessments/:id/history', address: '/assessments/:assessment/history' },
  { route: 'GET /assessments/:id/answers/:code/history', address: '/assessments/:assessment/answers/1.1/history' },
  { route: 'PUT /assessments/:id/answers/:code', address: '/assessments/:draft/answers/1.1', body: answer },
  { route: 'POST /assessments/:id/transitions', address: '/assessments/:draft/transitions', body: { action: 'submit' } },
  { route: 'GET /appraisals', address: '/appraisals?cycleId=:cycle' },
  { route: 'GET /appraisals/:assessmentId', address: '/appraisals/:assessment' },
  { route: 'PUT /appraisals/:assessmentId/decisions/:code', address: '/appraisals/:assessment/decisions/1.3', body: decision },
  { route: 'POST /appraisals/:assessmentId/acceptance', address: '/appraisals/:assessment/acceptance?dryRun=true', body: {} },
  { route: 'POST /appraisals/:assessmentId/closing', address: '/appraisals/:draft/closing', body: { reason: 'Hết hạn' } },
  { route: 'PUT /assessments/:assessmentId/base-figures/:code', address: '/assessments/:assessment/base-figures/2.2', body: { answer: { percent: 50 }, reason: '' } },
  { route: 'POST /cycles/:cycleId/base-figures/:code', address: '/cycles/:cycle/base-figures/2.2', body: { rows: [{ agencyId: ':agency', answer: { percent: 50 } }], reason: '' } },
  { route: 'GET /cycles/:cycleId/results', address: '/cycles/:cycle/results?groupCode=so-ban-nganh' },
  { route: 'GET /cycles/:cycleId/results/agencies/:agencyId', address: '/cycles/:cycle/results/agencies/:agency' },
  { route: 'GET /cycles/:cycleId/publication-check', address: '/cycles/:cycle/publication-check' },
  { route: 'POST /cycles/:cycleId/publication', address: '/cycles/:cycle/publication', body: { reason: 'Đã phê duyệt' } },
  { route: 'GET /snapshots/:snapshotId/verification', address: '/snapshots/:snapshot/verification' },
  { route: 'GET /public/cycles' },
  { route: 'GET /public/cycles/:year/groups/:groupCode', address: '/public/cycles/2025/groups/so-ban-nganh' },
  { route: 'GET /public/cycles/:year/agencies/:code', address: '/public/cycles/2025/agencies/:agencyCode' },
  { route: 'GET /reports/cycles/:cycleId/ranking.xlsx', address: '/reports/cycles/:publishedCycle/ranking.xlsx?groupCode=so-ban-nganh' },
  { route: 'GET /reports/assessments/:assessmentId/sheet.xlsx', address: '/reports/assessments/:assessment/sheet.xlsx' },
  { route: 'PUT /presence/:pageId', address: '/presence/:set', body: { assessmentId: ':assessment', code: '1.3', deed: 'open' } },
  { route: 'DELETE /presence/:pageId', address: '/presence/:set' },
  { route: 'GET /work' },
  { route: 'DELETE /account/sessions' },
  { route: 'DELETE /session' },
];
