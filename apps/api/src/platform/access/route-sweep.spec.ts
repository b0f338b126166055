import { Controller, Get, Module, Param, Post } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { Allow, Public } from './allow';
import { KnownRoutes } from './known-routes';
import { RouteSweep } from './route-sweep';

@Controller('things')
class Sound {
  @Get()
  @Allow('cycle.read')
  list(): void {}

  @Post(':id/parts/:part')
  @Public()
  add(@Param('id') _id: string): void {}

  notARoute(): void {}
}

@Controller()
class Bare {
  @Get('loose')
  forgotten(): void {}
}

@Controller('all')
@Allow('audit.read')
class Whole {
  @Get(['one', 'two'])
  read(): void {}
}

async function sweepOf(...controllers: (new () => object)[]): Promise<RouteSweep> {
  @Module({ imports: [DiscoveryModule], controllers, providers: [RouteSweep] })
  class Probe {}
  return (await Test.createTestingModule({ imports: [Probe] }).compile()).get(RouteSweep);
}

describe('RouteSweep', () => {
  it('lists every route with what it says of who may enter', async () => {
    expect((await sweepOf(Sound, Whole)).routes()).toEqual([
      { method: 'GET', path: '/things', name: 'Sound.list', allowed: ['cycle.read'], parameterTypes: [] },
      { method: 'POST', path: '/things/:id/parts/:part', name: 'Sound.add', allowed: 'public', parameterTypes: [String] },
      { method: 'GET', path: '/all/one', name: 'Whole.read', allowed: ['audit.read'], parameterTypes: [] },
      { method: 'GET', path: '/all/two', name: 'Whole.read', allowed: ['audit.read'], parameterTypes: [] },
    ]);
  });

  it('lets the server start when each says something', async () => {
    const sweep = await sweepOf(Sound, Whole);
    expect(() => sweep.onApplicationBootstrap()).not.toThrow();
  });

  it('does not let it start when one says nothing, and names it', async () => {
    const sweep = await sweepOf(Sound, Bare);
    expect(() => sweep.onApplicationBootstrap()).toThrow('Bare.forgotten');
  });
});

describe('KnownRoutes', () => {
  it.each([
    ['/api/v1/things', ['GET']],
    ['/api/v1/things/', ['GET']],
    ['/api/v1/things/7/parts/8', ['POST']],
    ['/api/v1/things/7/parts', []],
    ['/api/v1/things/7/parts/8/9', []],
    ['/things', []],
  ])('knows at %s %j', async (path, methods) => expect(new KnownRoutes(await sweepOf(Sound)).methodsAt(path)).toEqual(methods));
});
