import MarkdownIt from 'markdown-it';
import { SafeHtml } from './html';

// `html: false` shows tags in the source as text, and markdown-it refuses javascript: and data: links,
// so its output needs no second pass. The page's CSP would stop a script anyway.
const markdown = new MarkdownIt({ html: false, linkify: true }).disable(
  'image',
);

const TASK = /^\[([ xX])\] /;

markdown.core.ruler.after('inline', 'task-list', state => {
  state.tokens.forEach((token, index) => {
    const isItem = state.tokens[index - 2]?.type === 'list_item_open';
    const text = token.children?.[0];
    const match = text && TASK.exec(text.content);
    if (isItem && token.type === 'inline' && match) {
      const box = match[1] === ' ' ? '☐' : '☑';
      text.content = text.content.replace(TASK, `${box} `);
    }
  });
});

/**
 * HTML of a text in markdown that anybody may have written.
 * @internal
 */
export function renderMarkdown(source: string): SafeHtml {
  return new SafeHtml(markdown.render(source.replace(/<!--[\s\S]*?-->/g, '')));
}
