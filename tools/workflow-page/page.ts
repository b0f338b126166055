import { SECTIONS } from './sections';

const PLACE = /<!-- table: ([a-z-]+) -->\n[\s\S]*?<!-- end -->/g;

/** The page with each table renewed. Refuses a place that names no table, and a table without a place. */
export function renewed(page: string): string {
  const placed = new Set<string>();
  const result = page.replace(PLACE, (_, name: string) => {
    const section = SECTIONS[name];
    if (!section) {
      throw new Error(`docs/workflow.md asks for the table "${name}", which there is not`);
    }
    placed.add(name);
    return `<!-- table: ${name} -->\n${section()}\n<!-- end -->`;
  });
  const missing = Object.keys(SECTIONS).filter((name) => !placed.has(name));
  if (missing.length > 0) {
    throw new Error(`docs/workflow.md has no place for: ${missing.join(', ')}`);
  }
  return result;
}
