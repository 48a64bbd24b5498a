/**
 * The scenario files that ship with the page, as they are in the tree. The one that stands there first, and that others
 * extend, was read when the page was built: to read it again is a quarter of the time until the first picture.
 */
import base from '../../scenarios/base.yaml?read';
import type { PlainMap } from '../scenario/read.ts';
import { catalogueOf } from './catalogue.ts';

const BASE = '../../scenarios/base.yaml';
const others = import.meta.glob<string>(['../../scenarios/*.yaml', '!../../scenarios/base.yaml'], { query: '?raw', import: 'default', eager: true });

export const shippedScenarios = catalogueOf({ ...others, [BASE]: base as PlainMap }, async () => catalogueOf({ ...others, [BASE]: (await import('../../scenarios/base.yaml?raw')).default }));
