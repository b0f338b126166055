/** Where to go after signing in: the page asked for, if it is one of ours. Anything that could lead elsewhere becomes «Việc của tôi». */
export function returnAddress(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/work';
}
