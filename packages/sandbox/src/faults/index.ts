export * from './FaultRules';
