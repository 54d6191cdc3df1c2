export { ExposurePath } from './ExposurePath';
