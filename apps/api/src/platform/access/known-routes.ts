import { Injectable } from '@nestjs/common';
import { API_PREFIX } from '../http/api-prefix';
import { RouteSweep } from './route-sweep';

const patternOf = (path: string): RegExp => new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[A-Za-z]+/g, '[^/]+')}/?$`);

/** Which methods an address of the API knows. */
@Injectable()
export class KnownRoutes {
  private known: readonly { readonly method: string; readonly pattern: RegExp }[] | null = null;

  constructor(private readonly sweep: RouteSweep) {}

  methodsAt(path: string): readonly string[] {
    this.known ??= this.sweep.routes().map(({ method, path: route }) => ({ method, pattern: patternOf(`${API_PREFIX}${route}`) }));
    return [...new Set(this.known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))];
  }
}
