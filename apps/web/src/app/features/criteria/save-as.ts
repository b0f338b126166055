import type { HttpResponse } from '@angular/common/http';

/** The name that the server gave a file. */
export function nameOf(disposition: string | null): string {
  const [, name] = /filename="([^"]+)"/.exec(disposition ?? '') ?? [];
  return name ?? 'bo-tieu-chi';
}

/** Hands a file that has arrived to the browser, to be stored. */
export function saveAs(response: HttpResponse<Blob>): void {
  if (response.body === null) {
    return;
  }
  const url = URL.createObjectURL(response.body);
  const link = document.createElement('a');
  link.href = url;
  link.download = nameOf(response.headers.get('content-disposition'));
  link.click();
  URL.revokeObjectURL(url);
}
