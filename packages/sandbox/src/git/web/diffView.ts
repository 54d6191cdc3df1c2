import { FileDiff } from '../types';
import { html, SafeHtml } from './html';

const HUNK = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/;

const KINDS: Record<string, string> = { '+': 'add', '-': 'del' };

/**
 * The changed files of a pull request or a commit, one box each.
 * @internal
 */
export function renderDiff(files: FileDiff[]): SafeHtml {
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  return html`<p>
      ${files.length} changed ${files.length === 1 ? 'file' : 'files'},
      ${changeCount(additions, deletions)}
    </p>
    <ul class="plain">
      ${files.map(
        (file, index) =>
          html`<li>
            <a href="#file-${index}">${file.path}</a>
            <span class="muted">${file.status}</span>
          </li>`,
      )}
    </ul>
    ${files.map(renderFile)}`;
}

function changeCount(additions: number, deletions: number): SafeHtml {
  return html`<span class="plus"
      >+${additions}<span class="visually-hidden"> lines added</span></span
    >
    <span class="minus"
      >−${deletions}<span class="visually-hidden"> lines removed</span></span
    >`;
}

function renderFile(file: FileDiff, index: number): SafeHtml {
  const name = file.previousPath
    ? `${file.previousPath} → ${file.path}`
    : file.path;
  return html`<section
    class="box tight"
    id="file-${index}"
    aria-label="Changes of ${name}"
  >
    <header>
      <strong class="mono">${name}</strong>
      <span class="muted">${file.status}</span> ${changeCount(
        file.additions,
        file.deletions,
      )}
    </header>
    ${file.isBinary
      ? html`<p class="muted row">A binary file; its content is not shown.</p>`
      : html`<div
          class="scroll"
          tabindex="0"
          role="group"
          aria-label="Lines of ${name}"
        >
          <table class="code">
            <thead class="visually-hidden">
              <tr>
                <th>Old line</th>
                <th>New line</th>
                <th>Change</th>
                <th>Text</th>
              </tr>
            </thead>
            <tbody>
              ${renderLines(file.patch ?? '')}
            </tbody>
          </table>
        </div>`}
  </section>`;
}

function renderLines(patch: string): SafeHtml[] {
  let oldLine = 0;
  let newLine = 0;
  return patch
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const hunk = HUNK.exec(line);
      if (hunk) {
        oldLine = Number(hunk[1]);
        newLine = Number(hunk[2]);
        return html`<tr class="hunk">
          <td class="line"></td>
          <td class="line"></td>
          <td></td>
          <td>${line}</td>
        </tr>`;
      }
      const isAdded = line.startsWith('+');
      const isRemoved = line.startsWith('-');
      if (line.startsWith('\\')) {
        return html`<tr class="hunk">
          <td class="line"></td>
          <td class="line"></td>
          <td></td>
          <td>${line.slice(2)}</td>
        </tr>`;
      }
      const kind = KINDS[line[0]] ?? 'same';
      const before = isAdded ? '' : String(oldLine++);
      const after = isRemoved ? '' : String(newLine++);
      return html`<tr class="${kind}">
        <td class="line">${before}</td>
        <td class="line">${after}</td>
        <td>${line[0]}</td>
        <td>${line.slice(1)}</td>
      </tr>`;
    });
}
