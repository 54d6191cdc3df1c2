export { PrivateExposurePage } from './PrivateExposurePage';
export { PrivateExposureTabs } from './PrivateExposureTabs';
