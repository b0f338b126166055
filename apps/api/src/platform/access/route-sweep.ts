import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ALLOW, type Allowed } from './allow';

const PATH = 'path';
const METHOD = 'method';

/** A route as its controller declares it; `path` without the global prefix, such as `/agencies/:id`. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly name: string;
  readonly allowed: Allowed | null;
  /** The classes of the parameters of its method, in their order. */
  readonly parameterTypes: readonly unknown[];
}

const joined = (base: string, path: string): string => `/${base}/${path}`.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');

/** Looks at every route of every controller when the server starts, and lets it start only when each says who may enter. */
@Injectable()
export class RouteSweep implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const bare = this.routes().filter(({ allowed }) => allowed === null);
    if (bare.length > 0) {
      throw new Error(`These routes say nothing of who may enter (@Allow or @Public): ${bare.map(({ name }) => name).join(', ')}`);
    }
  }

  routes(): readonly Route[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => (metatype ? this.routesOf(metatype) : []));
  }

  private routesOf(controller: object): readonly Route[] {
    const { prototype, name } = controller as { readonly prototype: Record<string, object>; readonly name: string };
    const bases = [Reflect.getMetadata(PATH, controller) ?? ''].flat() as readonly string[];
    return this.scanner.getAllMethodNames(prototype).flatMap((member) => {
      const route = prototype[member];
      const method: RequestMethod | undefined = route && Reflect.getMetadata(METHOD, route);
      if (!route || method === undefined) {
        return [];
      }
      const allowed = this.reflector.getAllAndOverride<Allowed | undefined>(ALLOW, [route as () => void, controller as new () => object]) ?? null;
      const parameterTypes: readonly unknown[] = Reflect.getMetadata('design:paramtypes', prototype, member) ?? [];
      const paths = [Reflect.getMetadata(PATH, route) ?? ''].flat() as readonly string[];
      return bases.flatMap((base) =>
        paths.map((path) => ({ method: RequestMethod[method] ?? 'ALL', path: joined(base, path), name: `${name}.${member}`, allowed, parameterTypes })),
      );
    });
  }
}
