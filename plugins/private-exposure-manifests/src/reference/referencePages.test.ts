import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { allCatalogues } from '../catalogues';
import { rules } from '../linter';
import { ruleAddress } from './explainRule';
import { headingSlug } from './headingSlug';
import { referencePages } from './referencePages';

const root = join(__dirname, '../../../..');
const folder = join(root, 'docs/reference');
const pages = referencePages();
const slugsOf = (text: string) =>
  [...text.matchAll(/^##? (.+)$/gm)].map(([, heading]) => headingSlug(heading));

describe('the reference', () => {
  it('is what the tables say; `npm run reference` brings it up to date', () => {
    const written = readdirSync(folder, { recursive: true })
      .map(String)
      .filter(path => path.endsWith('.md'));
    expect(written.sort()).toEqual(pages.map(({ path }) => path).sort());
    for (const { path, text } of pages) {
      expect([path, readFileSync(join(folder, path), 'utf8')]).toEqual([
        path,
        text,
      ]);
    }
  });

  it('has every page in the navigation', () => {
    const site = load(readFileSync(join(root, 'mkdocs.yml'), 'utf8'));
    const navigation = JSON.stringify(site);
    for (const { path } of pages)
      expect(navigation).toContain(`"reference/${path}"`);
  });

  it('has every rule where its address leads', () => {
    for (const rule of rules) {
      const [path, slug] = ruleAddress(rule)
        .split('/docs/reference/')[1]
        .split('#');
      const page = pages.find(other => other.path === path);
      expect(slugsOf(page?.text ?? '')).toContain(slug);
    }
  });

  it('has every annotation under a heading of its own', () => {
    for (const { id, annotations } of allCatalogues) {
      const text =
        pages.find(({ path }) => path === `annotations/${id}.md`)?.text ?? '';
      const slugs = slugsOf(text);
      expect(slugs).toHaveLength(annotations.length + 1);
      expect(new Set(slugs).size).toBe(slugs.length);
    }
  });

  it('shows text as it is, whatever it reads like', () => {
    for (const { text } of pages) {
      const prose = text
        .replace(/^<!--.*-->$/m, '')
        .replace(/```[\s\S]*?```|`[^`\n]*`|<https?:[^>\s]*>/g, '');
      expect(prose).not.toContain('<');
    }
  });
});
