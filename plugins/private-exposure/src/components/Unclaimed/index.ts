export { Unclaimed } from './Unclaimed';
