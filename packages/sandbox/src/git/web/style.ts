/**
 * The style sheet of the Git pages and the console. Colours keep a contrast of 4.5 to 1 in both schemes.
 * @internal
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --bg: #fff; --soft: #f6f7f9; --line: #d5d9df; --text: #1c2129; --muted: #57606a; --link: #0b5cad;
  --good: #116329; --good-bg: #dafbe1; --bad: #a40e26; --bad-bg: #ffebe9;
  --busy: #7a4b00; --busy-bg: #fff4d1; --done: #5b2a9d; --done-bg: #f1e8ff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --bg: #14181f; --soft: #1c222b; --line: #39424e; --text: #e4e8ee; --muted: #a3adba; --link: #7ab7ff;
    --good: #7ee29a; --good-bg: #12351f; --bad: #ffa198; --bad-bg: #451a1d;
    --busy: #f2c661; --busy-bg: #3b2d0b; --done: #d0b3ff; --done-bg: #33215a;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
a { color: var(--link); } a:not(:hover) { text-decoration: none; }
main a:not(.button) { text-decoration: underline; text-underline-offset: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -999px; } .skip:focus { left: 8px; top: 8px; background: var(--bg); padding: 8px; }
header.site { display: flex; flex-wrap: wrap; gap: 4px 20px; align-items: baseline; padding: 12px 24px;
  background: var(--soft); border-bottom: 1px solid var(--line); }
header.site .brand { font-weight: 650; color: var(--text); }
header.site nav a + a::before { content: '/'; color: var(--muted); margin: 0 8px; }
main { max-width: 1120px; margin: 0 auto; padding: 20px 24px 64px; }
h1 { font-size: 24px; line-height: 1.25; margin: 8px 0; overflow-wrap: anywhere; } h2 { font-size: 18px; margin: 32px 0 8px; }
h3 { font-size: 15px; margin: 16px 0 4px; } p { margin: 6px 0; } .muted { color: var(--muted); } .number { color: var(--muted); font-weight: 400; }
code, pre, .mono { font: 13px/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
:not(pre) > code { background: var(--soft); border-radius: 4px; padding: 1px 4px; overflow-wrap: anywhere; }
td.mono { overflow-wrap: anywhere; min-width: 180px; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: 7px 10px; vertical-align: top;
  border-bottom: 1px solid var(--line); } th { color: var(--muted); font-weight: 600; font-size: 13px; }
.scroll { overflow-x: auto; } .box { border: 1px solid var(--line); border-radius: 8px; padding: 12px 16px; margin: 12px 0; }
.box.tight { padding: 0; overflow: hidden; } .box > header { background: var(--soft); border-bottom: 1px solid var(--line);
  padding: 8px 12px; display: flex; gap: 12px; flex-wrap: wrap; align-items: baseline; overflow-wrap: anywhere; }
.badge { display: inline-block; border-radius: 20px; padding: 1px 10px; font-size: 13px; font-weight: 600; white-space: nowrap; }
.badge.good { color: var(--good); background: var(--good-bg); } .badge.bad { color: var(--bad); background: var(--bad-bg); }
.badge.busy { color: var(--busy); background: var(--busy-bg); } .badge.done { color: var(--done); background: var(--done-bg); }
.badge.neutral { color: var(--muted); background: var(--soft); border: 1px solid var(--line); }
.row { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; margin: 10px 0; } .row form { margin: 0; }
button, .button { font: inherit; font-weight: 600; color: var(--text); background: var(--soft); border: 1px solid var(--line);
  border-radius: 6px; padding: 5px 14px; cursor: pointer; } button:hover { border-color: var(--muted); }
button.primary { background: #1a6b34; border-color: #1a6b34; color: #fff; } button.danger { color: var(--bad); }
input, select, textarea { font: inherit; color: var(--text); background: var(--bg); border: 1px solid var(--muted);
  border-radius: 6px; padding: 5px 8px; max-width: 100%; } label { display: inline-flex; flex-direction: column; font-size: 13px; color: var(--muted); gap: 2px; }
label select, label input { color: var(--text); font-size: 15px; } .fields { display: flex; flex-wrap: wrap; gap: 12px; align-items: end; }
.markdown > :first-child { margin-top: 0; } .markdown pre { background: var(--soft); padding: 10px 12px; border-radius: 6px; overflow-x: auto; }
.markdown h1 { font-size: 20px; } .markdown h2 { margin-top: 20px; } .markdown table { width: auto; }
.code { border-collapse: collapse; font: 13px/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.code td { border: 0; padding: 0 10px; white-space: pre; } .code td.line { color: var(--muted); text-align: right; user-select: none; width: 1%; }
.code tr.add td { background: var(--good-bg); } .code tr.del td { background: var(--bad-bg); } .code tr.hunk td { background: var(--soft); color: var(--muted); }
.plus { color: var(--good); font-weight: 600; } .minus { color: var(--bad); font-weight: 600; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.notice { border-left: 4px solid var(--link); background: var(--soft); padding: 8px 12px; margin: 12px 0; border-radius: 0 6px 6px 0; }
.notice.bad { border-color: var(--bad); } ul.plain { list-style: none; padding: 0; margin: 0; } ul.plain li { padding: 3px 0; }
`;
