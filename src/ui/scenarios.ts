/** The scenario files that ship with the page, as they are in the tree. */
import { catalogueOf } from './catalogue.ts';

const files = import.meta.glob<string>('../../scenarios/*.yaml', { query: '?raw', import: 'default', eager: true });

export const shippedScenarios = catalogueOf(files);
