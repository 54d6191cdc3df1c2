import { Report } from '../Report';
import { formatGithub } from './formatGithub';
import { formatJson } from './formatJson';
import { formatMarkdown } from './formatMarkdown';
import { formatSarif } from './formatSarif';
import { formatText } from './formatText';

type Format = (report: Report, hasColours: boolean) => string;

/** Every `--format`, by name. @internal */
export const formats: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['text', formatText],
  ['json', formatJson],
  ['sarif', formatSarif],
  ['github', formatGithub],
  ['markdown', formatMarkdown],
]);
