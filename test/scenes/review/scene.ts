export { quickScene as scene } from '../support/quickScene.ts';
