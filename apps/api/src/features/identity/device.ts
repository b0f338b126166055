type Patterns = readonly (readonly [pattern: RegExp, name: string])[];

const BROWSERS: Patterns = [
  [/\bEdg(A|iOS)?\//, 'Edge'],
  [/\bcoc_coc_browser\//i, 'Cốc Cốc'],
  [/\bOPR\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: Patterns = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

const nameIn = (patterns: Patterns, agent: string): string | undefined => patterns.find(([pattern]) => pattern.test(agent))?.[1];

/** «Chrome trên Windows»: the browser as its owner knows it, from what it says of itself. */
export function deviceOf(userAgent: string | undefined): string {
  const browser = nameIn(BROWSERS, userAgent ?? '');
  const system = nameIn(SYSTEMS, userAgent ?? '');
  return browser && system ? `${browser} trên ${system}` : (browser ?? system ?? 'Thiết bị không rõ');
}
