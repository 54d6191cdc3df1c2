export { rules } from './allRules';
