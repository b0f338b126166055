import type { Routes } from '@angular/router';
import { UnreachablePage } from './layout/refused/unreachable-page';
import { requires, signedIn, signedOut } from './platform/session/guards';

/** Every page, each loaded when it is first opened. Who may open it is decided here and, again, by the server. */
export const APP_ROUTES: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'work' },
  {
    path: 'sign-in',
    title: $localize`Đăng nhập`,
    canActivate: [signedOut],
    loadComponent: () => import('./features/sign-in/sign-in-page').then((file) => file.SignInPage),
  },
  {
    path: 'set-password',
    title: $localize`Đặt mật khẩu`,
    loadComponent: () => import('./features/sign-in/first-password-page').then((file) => file.FirstPasswordPage),
  },
  { path: 'khao-sat', loadChildren: () => import('./features/survey-form/survey-form.routes').then((file) => file.SURVEY_FORM_ROUTES) },
  {
    path: 'unreachable',
    title: $localize`Chưa mở được trang`,
    component: UnreachablePage,
  },
  {
    path: 'public/receipts',
    loadComponent: () => import('./features/public/public-shell').then((file) => file.PublicShell),
    loadChildren: () => import('./features/receipt/receipt.routes').then((file) => file.RECEIPT_CHECK_ROUTES),
  },
  {
    path: 'public/seals',
    loadComponent: () => import('./features/public/public-shell').then((file) => file.PublicShell),
    loadChildren: () => import('./features/audit/seal.routes').then((file) => file.SEAL_CHECK_ROUTES),
  },
  { path: 'public', loadChildren: () => import('./features/public/public.routes').then((file) => file.PUBLIC_ROUTES) },
  {
    path: 'council/items/:itemId/meeting',
    title: $localize`Họp Hội đồng`,
    canActivate: [signedIn, requires('council.read')],
    loadComponent: () => import('./features/council/meeting-page').then((file) => file.MeetingPage),
  },
  {
    path: '',
    canActivate: [signedIn],
    loadComponent: () => import('./layout/shell/shell').then((file) => file.Shell),
    children: [
      { path: 'work', title: $localize`Việc của tôi`, loadComponent: () => import('./features/work/work-page').then((file) => file.WorkPage) },
      { path: 'inbox', title: $localize`Thông báo`, loadComponent: () => import('./features/inbox/inbox-page').then((file) => file.InboxPage) },
      { path: 'account', title: $localize`Tài khoản`, loadComponent: () => import('./features/account/account-page').then((file) => file.AccountPage) },
      {
        path: 'assessments',
        canActivate: [requires('assessment.read')],
        loadChildren: () => import('./features/assessment/assessment.routes').then((file) => file.ASSESSMENT_ROUTES),
      },
      {
        path: 'documents',
        canActivate: [requires('evidence.read')],
        loadChildren: () => import('./features/library/library.routes').then((file) => file.LIBRARY_ROUTES),
      },
      {
        path: 'receipts',
        canActivate: [requires('assessment.read')],
        loadChildren: () => import('./features/receipt/receipt.routes').then((file) => file.RECEIPT_ROUTES),
      },
      {
        path: 'appraisals',
        canActivate: [requires('appraisal.read')],
        loadChildren: () => import('./features/appraisal/appraisal.routes').then((file) => file.APPRAISAL_ROUTES),
      },
      {
        path: 'assignments',
        canActivate: [requires('assignment.read', 'council.read')],
        loadChildren: () => import('./features/assignment/assignment.routes').then((file) => file.ASSIGNMENT_ROUTES),
      },
      {
        path: 'explanations',
        canActivate: [requires('assessment.read')],
        loadChildren: () => import('./features/explanation/explanation.routes').then((file) => file.EXPLANATION_ROUTES),
      },
      {
        path: 'council',
        canActivate: [requires('council.read')],
        loadChildren: () => import('./features/council/council.routes').then((file) => file.COUNCIL_ROUTES),
      },
      {
        path: 'petitions',
        canActivate: [requires('assessment.read')],
        loadChildren: () => import('./features/petition/petition.routes').then((file) => file.PETITION_ROUTES),
      },
      {
        path: 'surveys',
        canActivate: [requires('survey.read')],
        loadChildren: () => import('./features/survey/survey.routes').then((file) => file.SURVEY_ROUTES),
      },
      {
        path: 'cycles',
        canActivate: [requires('cycle.read')],
        loadChildren: () => import('./features/cycle/cycle.routes').then((file) => file.CYCLE_ROUTES),
      },
      {
        path: 'results',
        canActivate: [requires('result.read-published')],
        loadChildren: () => import('./features/result/result.routes').then((file) => file.RESULT_ROUTES),
      },
      {
        path: 'criteria-sets',
        canActivate: [requires('criteria-set.read')],
        loadChildren: () => import('./features/criteria/criteria.routes').then((file) => file.CRITERIA_ROUTES),
      },
      {
        path: 'agencies',
        canActivate: [requires('agency.read')],
        loadChildren: () => import('./features/organisation/organisation.routes').then((file) => file.ORGANISATION_ROUTES),
      },
      {
        path: 'users',
        canActivate: [requires('user.read')],
        loadChildren: () => import('./features/identity/identity.routes').then((file) => file.IDENTITY_ROUTES),
      },
      {
        path: 'mails',
        title: $localize`Thư đã gửi`,
        canActivate: [requires('user.read')],
        loadComponent: () => import('./features/inbox/mails-page').then((file) => file.MailsPage),
      },
      {
        path: 'audit-chain',
        title: $localize`Kiểm tra nhật ký`,
        canActivate: [requires('audit.check')],
        loadComponent: () => import('./features/audit/audit-chain-page').then((file) => file.AuditChainPage),
      },
      {
        path: 'audit',
        title: $localize`Nhật ký hệ thống`,
        canActivate: [requires('audit.read')],
        loadComponent: () => import('./features/audit/audit-page').then((file) => file.AuditPage),
      },
      { path: 'forbidden', title: $localize`Không có quyền`, loadComponent: () => import('./layout/refused/forbidden-page').then((file) => file.ForbiddenPage) },
      { path: '**', title: $localize`Không tìm thấy trang`, loadComponent: () => import('./layout/refused/not-found-page').then((file) => file.NotFoundPage) },
    ],
  },
];
