/** The six kinds of actor, as values for the engine. */
import type { MachineSet } from '../src/model/machine.ts';
import { aiLab } from './ai-lab.ts';
import { chipVendor } from './chip-vendor.ts';
import { hyperscaler } from './hyperscaler.ts';
import { lender } from './lender.ts';
import { neocloud } from './neocloud.ts';
import { reit } from './reit.ts';

export const MACHINES: MachineSet = { chipVendor, hyperscaler, neocloud, aiLab, lender, reit };
