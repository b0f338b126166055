// Builds the API: dist/apps/api/main.mjs, and dist/apps/api/cli/<name>.mjs for each command.
import { build } from 'esbuild';
import { rm } from 'node:fs/promises';
import { bundleFolder, bundleOptions } from './api-bundle.mjs';

await rm(bundleFolder, { recursive: true, force: true });
await build(bundleOptions()).catch(() => process.exit(1)); // esbuild has said what is wrong
