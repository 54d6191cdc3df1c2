/** The fragment under which a heading is found, as TechDocs (Python-Markdown) and GitHub make it. @public */
export function headingSlug(heading: string): string {
  return heading
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '-');
}
