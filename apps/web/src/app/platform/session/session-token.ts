import { Injectable } from '@angular/core';

/** The token that every write carries. Apart from `Session`, so that the interceptor does not depend on HTTP. */
@Injectable({ providedIn: 'root' })
export class SessionToken {
  private value: string | null = null;

  get(): string | null {
    return this.value;
  }

  set(token: string | null): void {
    this.value = token;
  }
}
