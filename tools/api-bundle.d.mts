import type { BuildOptions } from 'esbuild';

export const workspace: string;

export const bundleFolder: string;

export function bundleOptions(): BuildOptions;
