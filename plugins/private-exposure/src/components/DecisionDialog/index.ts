export { DecisionProvider, useDecide } from './DecisionProvider';
export type { DecisionTarget } from './DecisionTarget';
