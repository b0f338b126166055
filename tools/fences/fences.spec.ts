import { relative, resolve } from 'node:path';
import { PlantedTree } from './planted-tree';
import { betweenProjects, ground, insideProjects, type Plant, writing } from './plants';

interface Refusal {
  readonly file: string;
  readonly by: string;
}

const named = (plants: readonly Plant[]) => plants.map((plant) => [`${plant.file} by ${plant.refusedBy}`, plant] as const);

function cruise(tree: PlantedTree): readonly Refusal[] {
  const words = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'libs', 'tools'];
  const { summary } = JSON.parse(tree.run('depcruise', words)) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  return summary.violations.map(({ from, rule }) => ({ file: from, by: rule.name }));
}

interface LintedFile {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

function lint(tree: PlantedTree): readonly Refusal[] {
  tree.run('nx', ['show', 'projects']); // the boundaries of Nx need its project graph
  const files = JSON.parse(
    tree.run('eslint', ['--format', 'json', 'apps', 'libs/contract', 'libs/scoring', 'tools']),
  ) as readonly LintedFile[];
  return files.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, message }) => ({ file: relative(tree.root, filePath), by: `${ruleId} ${message}` })),
  );
}

const refusedIn = (refusals: readonly Refusal[], file: string) => refusals.filter((refusal) => refusal.file === file).map(({ by }) => by);

describe('The fences inside a project (dependency-cruiser)', () => {
  const tree = new PlantedTree(insideProjects);
  let refusals: readonly Refusal[] = [];
  beforeAll(() => void (refusals = cruise(tree)));
  afterAll(() => tree.remove());

  it.each(named(insideProjects))('refuse %s', (_name, { file, refusedBy }) => {
    expect(refusedIn(refusals, file)).toContain(refusedBy);
  });

  it('leave alone what is allowed', () => {
    expect(refusals.filter(({ file }) => file in ground)).toEqual([]);
  });

  it('are all planted against', () => {
    const { forbidden } = require(resolve(__dirname, '../../.dependency-cruiser.cjs')) as { forbidden: readonly { name: string }[] };
    const rules = new Set(forbidden.map(({ name }) => name));
    expect(new Set(insideProjects.map(({ refusedBy }) => refusedBy))).toEqual(rules);
  });
});

describe('The fences between projects and the rules of writing (lint)', () => {
  const plants = [...betweenProjects, ...writing];
  const tree = new PlantedTree(plants);
  let refusals: readonly Refusal[] = [];
  beforeAll(() => void (refusals = lint(tree)));
  afterAll(() => tree.remove());

  it.each(named(plants))('refuse %s', (_name, { file, refusedBy }) => {
    expect(refusedIn(refusals, file)).toContainEqual(expect.stringContaining(refusedBy));
  });

  it('leave alone what is allowed', () => {
    expect(refusals.filter(({ file }) => file in ground)).toEqual([]);
  });
});
