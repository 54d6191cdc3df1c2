import { Rule } from '../linter';
import { FileFinding } from '../linter/fileFindings';
import { headingSlug } from './headingSlug';

const DOCS = 'https://github.com/postern-dev/postern/blob/main/docs';

/** The first part of a rule's id, which it shares with others. @public */
export function ruleGroup({ id }: Pick<Rule, 'id'>): string {
  return id.slice(0, id.indexOf('/'));
}

/** Where the page of a rule stands on the web. @public */
export function ruleAddress(rule: Pick<Rule, 'id'>): string {
  return `${DOCS}/reference/rules/${ruleGroup(rule)}.md#${headingSlug(
    rule.id,
  )}`;
}

function languageOf(path: string): string {
  if (path.endsWith('.tf')) return 'hcl';
  return path.endsWith('.bicep') ? 'bicep' : 'yaml';
}

/**
 * The page of a rule, as Markdown.
 *
 * @param level - Of its heading.
 * @public
 */
export function explainRule({ id, severity, page }: Rule, level = 1): string {
  const title = `${'#'.repeat(level)} ${id}\n\n`;
  const language = languageOf(page.path ?? '');
  const block = (text: string) =>
    `\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`;
  const yaml = (text: string) => `\`\`\`yaml\n${text.trimEnd()}\n\`\`\`\n`;
  return [
    title,
    `${page.summary}\n\n`,
    `Severity: ${severity}.\n\n`,
    page.cluster ? `In a cluster such as:\n\n${yaml(page.cluster)}\n` : '',
    page.domains
      ? `With this in \`.private-exposure.yaml\`:\n\n${yaml(
          `domains: [${page.domains.join(', ')}]`,
        )}\n`
      : '',
    page.before ? `What is there:\n\n${block(page.before)}\n` : '',
    `Not so:\n\n${block(page.bad)}\n`,
    `But so:\n\n${block(page.good)}\n`,
    `${page.why}\n\n`,
    `Source: <${page.source}>\n`,
  ].join('');
}

/** The page of a finding that no rule gives, as Markdown. @internal */
export function explainFileFinding({ id, summary, why }: FileFinding): string {
  return `# ${id}\n\n${summary}\n\n${why}\n`;
}
