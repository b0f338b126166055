import type { BuildOptions } from 'esbuild';

export const bundleFolder: string;

export function bundleOptions(): BuildOptions;
