import { Rule } from '../linter';

/** The page of a rule, as Markdown. @public */
export function explainRule({ id, severity, page }: Rule): string {
  const title = `# ${id}\n\n`;
  if (!page) return `${title}Severity: ${severity}.\n`;
  const language = page.path?.endsWith('.tf') ? 'hcl' : 'yaml';
  const block = (text: string) =>
    `\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`;
  return [
    title,
    `${page.summary}\n\n`,
    `Severity: ${severity}.\n\n`,
    `${page.why}\n\n`,
    `Not so:\n\n${block(page.bad)}\n`,
    `But so:\n\n${block(page.good)}\n`,
    `Source: <${page.source}>\n`,
  ].join('');
}
