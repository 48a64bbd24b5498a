/**
 * What an actor sees when it decides: its own accounts, the prices of last month, its contracts and the rumours it has
 * heard, as numbers. Views are built once, in the phase `perceive`, so that everybody decides on the same snapshot.
 * Money is whole dollars (a month where a rate is meant), compute is H100 equivalents, shares are fractions of one.
 */
import type { BasisPoints, ComputeUnits, Dollars, Gpus, Kilowatts, PartyId, Tick } from './units.ts';

/** Minsky's class by trailing cash flow: income pays interest and principal, interest only, or not even that. */
export type MinskyClass = 'hedge' | 'speculative' | 'ponzi';

/** What every firm sees of itself. */
export interface FirmView {
  readonly id: PartyId;
  readonly tick: Tick;
  readonly cash: Dollars;
  /** Mean monthly outlays of the coming quarter: running cost, dues, investment under way that no facility pays. */
  readonly outlays: Dollars;
  /** Mean monthly receipts of the coming quarter. */
  readonly receipts: Dollars;
  /** Months of outlays that its rule wants in cash. */
  readonly cashTarget: number;
  /** Months its cash lasts at the present burn; null while cash does not fall. */
  readonly runway: number | null;
  readonly debt: Dollars;
  readonly equity: Dollars;
  readonly assets: Dollars;
  readonly revenueYear: Dollars;
  readonly operatingCashYear: Dollars;
  readonly interestYear: Dollars;
  readonly debtServiceCover: number | null;
  readonly class: MinskyClass;
  /** Principal that falls due within half a year at maturity. */
  readonly maturing: Dollars;
  /** Undrawn lines it may draw at once. */
  readonly lines: Dollars;
  readonly arrears: Dollars;
  readonly arrearsMonths: number;
  readonly breached: boolean;
  readonly defaulted: boolean;
  /** The estate has been dealt with: wound up or restructured. */
  readonly settled: boolean;
  /** Restructured a year ago and paying since. */
  readonly rehabilitated: boolean;
  /** Share of its last request for credit that was refused. */
  readonly refused: number;
  /** What outside shareholders would still put in this year at today's mood. */
  readonly equityRoom: Dollars;
  readonly sentiment: number;
  readonly shut: boolean;
  /** A review month: plans are changed on staggered months, so that not everybody moves at once. */
  readonly review: boolean;
}

export interface ChipVendorView extends FirmView {
  /** GPUs on order and not yet delivered. */
  readonly backlog: Gpus;
  /** Chips finished and unsold, and under way. */
  readonly stock: Gpus;
  readonly making: Gpus;
  /** Orders of the last three months, GPUs a month, and of the three before. */
  readonly ordersRecent: Gpus;
  readonly ordersBefore: Gpus;
  /** Share of wanted units that could not be promised last month. */
  readonly unmet: number;
  readonly capacity: Gpus;
  /** Sold to buyers outside the loop without an order, GPUs a month. */
  readonly direct: Gpus;
  readonly leadTime: number;
  /** Dollars a chip, to a millionth: today, at launch, and to make. */
  readonly listPrice: number;
  readonly launchPrice: number;
  readonly unitCost: number;
  /** Price of a used H100 equivalent over that of a new one. */
  readonly usedToNew: number;
  readonly top3: number;
  /** Highest own-chip stage among customers: 0 buying … 3 deploying, weighted by their share of sales. */
  readonly customThreat: number;
  readonly financeCap: number;
  readonly financeCapPerTop3: number;
  readonly financeAllowed: boolean;
  /** Vendor money out with customers: stakes at cost, loans, backstops used. */
  readonly financed: Dollars;
  /** Share of customers' debt (weighted by purchases) in distress or default. */
  readonly customerDistress: number;
  readonly revenueRecent: Dollars;
  readonly revenueBefore: Dollars;
  readonly nextGeneration: string | null;
  readonly monthsToNext: number;
  readonly payout: number;
  /** A stage of a commitment that has come due: issuer, dollars, and whether the issuer is sound. */
  readonly stages: readonly { readonly id: string; readonly issuer: PartyId; readonly amount: Dollars; readonly sound: boolean }[];
  readonly rounds: readonly { readonly id: string; readonly issuer: PartyId; readonly amount: Dollars }[];
  readonly backstops: readonly { readonly id: string; readonly beneficiary: PartyId; readonly cap: Dollars; readonly sound: boolean }[];
  readonly cloudPurchases: Dollars;
}

/** Whoever runs a fleet and sells or uses compute. */
export interface FleetView {
  /** Installed and idle chips, and those on order. */
  readonly fleet: ComputeUnits;
  readonly onOrder: ComputeUnits;
  /** Months from an order to its chips, and months ahead that the fleet is planned for. */
  readonly leadTime: number;
  readonly planAhead: number;
  /** What it uses itself now, and what it has sold for delivery when the plan ends. */
  readonly ownUse: ComputeUnits;
  readonly soldAhead: ComputeUnits;
  /** What its contracts phase in this month, and what it rents from others. */
  readonly soldNow: ComputeUnits;
  readonly rented: ComputeUnits;
  /** Dollars a year that those contracts will bring. */
  readonly soldRevenue: Dollars;
  /** How much more compute a dollar of demand buys in a year, as the same work gets cheaper. */
  readonly deflation: number;
  /** Dollars for an H100 equivalent of the newest chip. */
  readonly chipCost: number;
  readonly rivalChipCost: number;
  readonly usedDiscount: number;
  /** Rent for an H100 equivalent, dollars a month, and its power and running cost. */
  readonly rentMonth: number;
  readonly costMonth: number;
  readonly utilisation: number;
  readonly freePower: Kilowatts;
  readonly comingPower: Kilowatts;
  /** Kilowatts for an H100 equivalent of the newest chip. */
  readonly powerPerUnit: number;
  readonly spaceRent: number;
}

/** What a firm that may design a chip of its own sees of that: the months worked, those it takes, whether it would work out. */
export interface OwnChipView {
  readonly customMonths: number;
  readonly customNeeded: number;
  readonly customWorks: boolean;
  /** A programme of its own has ended without chips. */
  readonly customFailed: boolean;
  /** Share of its chips that are of its own design: of a giant's capex, of the compute a lab has still coming. */
  readonly customShare: number;
}

export interface HyperscalerView extends FirmView, FleetView, OwnChipView {
  readonly aiRevenue: Dollars;
  /** Growth of its AI receipts over half a year, as a yearly rate; and what the consensus says of the year ahead. */
  readonly recentGrowth: number;
  readonly consensusGrowth: number;
  readonly recentWeight: number;
  readonly adjustment: number;
  readonly rivalResponse: number;
  /** Rivals' capacity under way over their fleets, less its own. */
  readonly rivalGap: number;
  readonly capexPlan: Dollars;
  /** Compute its core business and its own models use, H100 equivalents. */
  readonly internal: ComputeUnits;
  readonly aiCapital: Dollars;
  readonly hurdle: number;
  readonly aiMargin: number;
  readonly vendorShare: number;
  readonly rivalShare: number;
  /** Compute sold and still to be delivered before the plan ends, and what of it tenants want on chips of their own design. */
  readonly tenantsAhead: ComputeUnits;
  readonly hostedAhead: ComputeUnits;
  readonly customTarget: number;
  readonly leaseShare: number;
  readonly freeCash: Dollars;
  readonly payout: number;
  readonly listPriceOverLaunch: number;
  readonly rounds: readonly { readonly id: string; readonly issuer: PartyId; readonly amount: Dollars }[];
}

export interface NeocloudView extends FirmView, FleetView {
  /** Contracts signed whose chips are not yet there, H100 equivalents, and the share sold to investment-grade buyers. */
  readonly uncovered: ComputeUnits;
  /** What its contracts will phase in by the time chips ordered today run. */
  readonly soldSoon: ComputeUnits;
  readonly gradeShare: number;
  readonly speculation: number;
  readonly appetite: ComputeUnits;
  readonly advanceRate: number;
  /** What lenders advance on the value of chips that no contract waits for. */
  readonly valueAdvance: number;
  /** What the chip maker still lends it towards its own part of purchases, beyond what is on order. */
  readonly sellerLine: Dollars;
  /** Racks, networks and cooling over the price of chips. */
  readonly systemsShare: number;
  /** Rate it was last quoted for a contract-backed facility. */
  readonly quotedRate: BasisPoints;
  /** Months in which a chip bought today pays for itself at today's rent. */
  readonly payback: number;
  /** Months in which it must: its useful life less a margin. */
  readonly longestPayback: number;
  /** Promised by lenders for chips under contract, and on the value of chips alone, undrawn and not yet bound by orders. */
  readonly facilityRoom: Dollars;
  readonly valueRoom: Dollars;
}

export interface AiLabView extends FirmView, FleetView, OwnChipView {
  readonly revenue: Dollars;
  /** What a programme for a chip of its own costs. */
  readonly customCost: Dollars;
  readonly recentGrowth: number;
  readonly consensusGrowth: number;
  readonly staff: Dollars;
  readonly training: Dollars;
  /** Growth of both while racing, a year. */
  readonly staffGrowth: number;
  readonly trainingGrowth: number;
  /** Compute it is bound to pay for next month, and what it would use. */
  readonly committed: ComputeUnits;
  readonly wanted: ComputeUnits;
  readonly lossYear: Dollars;
  readonly stage: { readonly id: string; readonly own: Dollars; readonly chips: Dollars; readonly vendor: PartyId; readonly capacity: Kilowatts } | null;
  readonly owns: boolean;
}

export interface LenderView {
  readonly id: PartyId;
  readonly tick: Tick;
  readonly cash: Dollars;
  readonly capital: Dollars;
  readonly capitalBefore: Dollars;
  readonly book: Dollars;
  readonly bookLimit: Dollars;
  readonly nameLimit: Dollars;
  /** Share of its book to borrowers in distress or default. */
  readonly distressed: number;
  /** Losses of twelve months over capital. */
  readonly lossShare: number;
  /** Odds of default that lenders reckon with, over those of a whole cycle. */
  readonly remembered: number;
  readonly fear: number;
  readonly baseRate: BasisPoints;
  readonly margin: BasisPoints;
  readonly scarcitySpread: BasisPoints;
  /** Chips it has seized and not sold, and the price they would fetch over the price before the fall. */
  readonly seized: Gpus;
  readonly usedImpact: number;
}

export interface ReitView extends FirmView {
  readonly capacity: Kilowatts;
  readonly leased: Kilowatts;
  readonly building: Kilowatts;
  /** Space that tenants asked for and could not get, kW, over the last quarter. */
  readonly wanted: Kilowatts;
  readonly preLet: number;
  readonly loanToCost: number;
  readonly buildCost: Dollars;
  readonly buildLimit: Kilowatts;
  readonly spaceRent: number;
  readonly vacancy: number;
  readonly rate: BasisPoints;
}
