/** One inspection, and what a rule makes of it. */
export interface Example<Inspection> {
  name: string;
  inspection: Inspection;
  /** A part of the finding's message or remedy. */
  says?: string;
}

/** What each rule notices, and what it must leave alone, by the rule's id. */
export type RuleExamples<Inspection> = Record<
  string,
  { noticed: Example<Inspection>[]; leftAlone: Example<Inspection>[] }
>;
