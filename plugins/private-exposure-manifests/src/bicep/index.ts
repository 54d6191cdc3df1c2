export { quoteBicep } from './quoteBicep';
export { readBicep, type BicepStatement } from './readBicep';
export { readBicepValue } from './readBicepValue';
export type { BicepToken } from './tokenizeBicep';
export type { BicepReference, BicepResource, BicepValue } from './values';
export { writeBicep } from './writeBicep';
