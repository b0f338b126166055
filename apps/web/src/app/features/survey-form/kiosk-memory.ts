import type { PublicForm } from '@par-index/contract';

const TOKEN = 'par-index.kiosk-token';
const FORM = 'par-index.kiosk-form';

/** What a kiosk keeps of itself: its token, and the form for the time without a network. */
export const kioskMemory = {
  token: (): string | null => localStorage.getItem(TOKEN),
  form: (): PublicForm | null => JSON.parse(localStorage.getItem(FORM) ?? 'null') as PublicForm | null,
  keepToken: (token: string): void => localStorage.setItem(TOKEN, token),
  keepForm: (form: PublicForm): void => localStorage.setItem(FORM, JSON.stringify(form)),
  forget: (): void => [TOKEN, FORM].forEach((key) => localStorage.removeItem(key)),
} as const;
