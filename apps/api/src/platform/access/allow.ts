import { type CustomDecorator, SetMetadata } from '@nestjs/common';
import type { Permission } from '@par-index/contract';

export const ALLOW = 'allow';

/** What a route says about who may enter it. */
export type Allowed = readonly Permission[] | 'public';

/** Lets in whoever has any of `permissions`. A route with neither `Allow` nor `Public` lets in nobody, and the server does not start. */
export const Allow = (...permissions: [Permission, ...Permission[]]): CustomDecorator => SetMetadata(ALLOW, permissions);

/** Lets in everybody, signed in or not. */
export const Public = (): CustomDecorator => SetMetadata(ALLOW, 'public');
