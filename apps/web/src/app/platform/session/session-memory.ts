import { Injectable } from '@angular/core';
import type { SessionView } from '@par-index/contract';

const KEY = 'par-index.session';
/** As long as the server lets a session live without use. */
const HOURS = 12;

interface Remembered {
  readonly view: Omit<SessionView, 'csrfToken'>;
  readonly at: number;
}

/** Who was signed in when the server was last reached: names and permissions, nothing that opens anything. For reading offline alone. */
@Injectable({ providedIn: 'root' })
export class SessionMemory {
  keep({ csrfToken: _token, ...view }: SessionView): void {
    attempt(() => localStorage.setItem(KEY, JSON.stringify({ view, at: Date.now() } satisfies Remembered)));
  }

  forget(): void {
    attempt(() => localStorage.removeItem(KEY));
  }

  /** Null where nobody was, or too long ago. The session has no token: the server has to be asked before anything is written. */
  recall(): SessionView | null {
    const { view, at } = attempt(() => JSON.parse(localStorage.getItem(KEY) ?? 'null') as Remembered | null) ?? {};
    return view && at !== undefined && Date.now() - at < HOURS * 3_600_000 ? { ...view, csrfToken: '' } : null;
  }
}

/** A browser may refuse to keep anything, and what is kept may have been changed by hand. */
function attempt<T>(step: () => T): T | null {
  try {
    return step();
  } catch {
    return null;
  }
}
