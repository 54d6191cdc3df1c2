/** A finding about a file as such, which no rule gives. @internal */
export interface FileFinding {
  /** As it stands in reports, and as a config names it. */
  id: string;
  /** What it says, in one sentence. */
  summary: string;
  /** What comes of it, and what to do. */
  why: string;
}

/** All of them. @internal */
export const fileFindings: readonly FileFinding[] = [
  {
    id: 'syntax',
    summary: 'The text is no YAML, JSON, HCL or Bicep.',
    why: 'Nothing of the document was checked; the others of its file were. The finding stands where the reader gave up, which is at the mistake or just after it.',
  },
  {
    id: 'template-not-rendered',
    summary:
      'A document is a template, which is no YAML before it is rendered.',
    why: "Nothing of it was checked. Check what it renders to, such as the output of 'helm template'.",
  },
  {
    id: 'unreadable',
    summary: 'A file could not be read.',
    why: 'Nothing of it was checked. Make it readable, or leave it out of the paths.',
  },
  {
    id: 'config/unknown-rule',
    summary: 'The config names a rule that there is none of.',
    why: "The line has no effect. 'private-exposure explain' lists the rules.",
  },
  {
    id: 'config/unused-exception',
    summary: 'An exception of the config met no finding.',
    why: 'What it excepts is gone, or stands under another path. Take it out, so that it hides nothing later.',
  },
];
