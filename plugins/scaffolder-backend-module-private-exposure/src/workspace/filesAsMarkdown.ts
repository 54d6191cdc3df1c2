import type { ChangedFile } from './writeChange';

const languages: Record<string, string> = {
  tf: 'hcl',
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
};

/**
 * Shows files in Markdown: each below its path, fenced so that nothing in its text can end the block.
 *
 * @internal
 */
export function filesAsMarkdown(files: readonly ChangedFile[]): string {
  return files.map(toBlock).join('\n');
}

function toBlock({ path, content }: ChangedFile): string {
  const longestRun = Math.max(
    2,
    ...(content.match(/`+/g) ?? []).map(run => run.length),
  );
  const fence = '`'.repeat(longestRun + 1);
  const language = languages[path.split('.').at(-1) ?? ''] ?? '';
  const text = content.endsWith('\n') ? content : `${content}\n`;
  return `**${path}**\n\n${fence}${language}\n${text}${fence}\n`;
}
