import { inject, Injectable } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';

const PRODUCT = 'PAR INDEX';

/** «Việc của tôi – PAR INDEX»: what differs comes first, for tabs and screen readers. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);

  override updateTitle(state: RouterStateSnapshot): void {
    this.name(this.buildTitle(state));
  }

  /** A page that knows more than its route: «Sở Tư pháp · Tự đánh giá». */
  name(page: string | undefined): void {
    this.title.setTitle(page ? `${page} – ${PRODUCT}` : PRODUCT);
  }
}
