#!/usr/bin/env python3
"""Writes a small recording that Ouroboros plays: a worked example of docs/recording-format.md.

A customer pays a chip maker every month. Nothing here needs Ouroboros; standard library only.

    python3 write_recording.py customer-and-vendor.ndjson.gz
    npx ouroboros validate customer-and-vendor.ndjson.gz
"""
import hashlib
import json
import struct
import sys
import zlib

# --- the format -------------------------------------------------------------------------------------------------

MEMBER_HEADER = bytes([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF])


def canonical(value):
    """Sorted keys, no spaces. (Keys here are ASCII and numbers are whole: see the page for what else to mind.)"""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def sha256(data):
    return hashlib.sha256(data.encode("utf-8") if isinstance(data, str) else data).hexdigest()


def member(text, stored=False):
    """One line of JSON as one gzip member with the fixed header."""
    content = (text + "\n").encode("utf-8")
    if stored:
        body = struct.pack("<BHH", 1, len(content), len(content) ^ 0xFFFF) + content
    else:
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        body = packer.compress(content) + packer.flush()
    return MEMBER_HEADER + body + struct.pack("<II", zlib.crc32(content), len(content))


def write_recording(path, header, months):
    """`months` yields (state, phases, measures); phases are lists without digests."""
    members, offset = [], 0
    with open(path, "wb") as file:

        def write(text, **entry):
            nonlocal offset
            packed = member(text)
            file.write(packed)
            members.append({**entry, "offset": offset, "length": len(packed), "sha256": sha256(packed)})
            offset += len(packed)

        prev = sha256(canonical(header))
        write(canonical(header), record="header", digest=prev)
        for tick, (state, phases, measures) in enumerate(months):
            before = ""
            for phase in phases:
                before = phase["digest"] = sha256(before + canonical(phase))
            state_digest = sha256(canonical(state))
            digests = [phase["digest"] for phase in phases]
            digest = sha256(canonical({"measures": measures, "phases": digests, "prev": prev, "stateDigest": state_digest, "tick": tick}))
            record = {"type": "tick", "tick": tick, "state": state, "phases": phases, "measures": measures}
            write(canonical({**record, "stateDigest": state_digest, "prev": prev, "digest": digest}), record="tick", tick=tick, digest=digest)
            prev = digest

        index = member(canonical({"type": "index", "ticks": len(members) - 1, "digest": prev, "members": members}))
        file.write(index)
        trailer = '{"type":"trailer","offset":%16d,"length":%16d,"sha256":"%s"}' % (offset, len(index), sha256(index))
        file.write(member(trailer, stored=True))


# --- an economy of three columns ----------------------------------------------------------------------------------

PHASES = "shock demand perceive decide credit equity chips compute fund settle covenants resolve mark close".split()
TABLES = (
    "accounts dye trailing machines minds budgets markets generations levers signals loans lots sites leases contracts "
    "orders commitments backstops issuers holdings obligations"
).split()
ACCOUNTS = (
    "cash receivables prepaid loans deposits stakes gpus inventory buildings construction other payables customerDeposits "
    "debt depositsTaken equityIssued money netWorth revenue costOfSales operatingCost rentCost nonCashCost depreciation "
    "interestIncome interestExpense tax dividendsPaid dividendsReceived revaluation creditLoss deadweight"
).split()
PAYMENTS = [100, 120, 150]


def dye(dollars):
    """All money here is end customers' (the first of eight origins)."""
    return [dollars, 0, 0, 0, 0, 0, 0, 0]


def account(**balances):
    return {**{name: 0 for name in ACCOUNTS}, **balances}


def text(english, chinese):
    return {"en": english, "zh": chinese}


def opening():
    state = {**{table: {} for table in TABLES}, "tick": 0}
    state["accounts"] = {
        "vendor": account(),
        "customers": account(cash=1000, netWorth=1000),
        "money": account(money=1000, netWorth=-1000),
    }
    state["dye"] = {"vendor": {"origins": dye(0)}, "customers": {"origins": dye(1000)}, "money": {"origins": dye(0)}}
    return state


def header():
    scenario = {
        "format": 1,
        "id": "hand-written",
        "name": text("Customer and vendor", "客户与芯片商"),
        "about": {
            "what": text("A recording written by hand.", "一份手写的录像。"),
            "how": text("The customer pays the vendor every month.", "客户每月付款给芯片商。"),
            "notice": text("The books balance.", "账目平衡。"),
            "try": text("Change the payments in the script.", "在脚本中改动付款额。"),
            "limits": text("It is no model of anything.", "它不是任何事物的模型。"),
        },
        "horizon": len(PAYMENTS),
        "parameters": {},
        "channels": {},
        "parties": [
            {"id": "vendor", "kind": "chipVendor", "name": text("Vendor", "芯片商")},
            {"id": "customers", "kind": "endCustomers", "name": text("Customers", "客户")},
            {"id": "money", "kind": "monetary", "name": text("Money", "货币")},
        ],
        "display": {"positions": {}, "widest": 20000000000, "largestAssets": 600000000000},
    }
    for party in scenario["parties"]:
        party.update(terms={}, opening={}, history={}, state={})
    for items in "generations loans lots sites leases contracts orders stakes commitments backstops rounds shocks".split():
        scenario[items] = []
    return {
        "type": "header",
        "format": 1,
        "model": "hand-written-1",
        "scenario": scenario,
        "scenarioDigest": sha256(canonical(scenario)),
        "seed": "none",
        "horizon": len(PAYMENTS),
        "statecharts": {},
        "opening": opening(),
        "note": "write_recording.py " + sha256(open(__file__, "rb").read()),
    }


def measures(revenue):
    losses = {"credit": 0, "marks": 0, "deadweight": 0}
    return {
        "vendorRevenueByOrigin": dye(revenue),
        "circularity": {"traced": 0, "earmarked": 0, "enabled": 0},
        "outsideCoverage": None,
        "minsky": {"hedge": 1, "speculative": 0, "ponzi": 0, "equityBurner": 0},
        "concentration": {"hhi": 10000, "hhiLow": 10000, "hhiHigh": 10000, "top3": 1},
        "utilisation": None,
        "usedToNew": None,
        "computePrice": 0,
        "returnOnAiCapex": None,
        "debtRank": {"r2012": 0, "r2015": 0, "worst": None},
        "clearingShortfall": {"worst": None, "dollars": 0, "overCapital": None},
        "fireSaleLoss": 0,
        "losses": losses,
        "lossesByHolder": {},
        "lenderCapital": None,
        "actors": {},
        "vendor": {"revenue": revenue, "orders": 0, "grossMargin": None, "trailingProfit": revenue},
        "ai": {"endCustomerSpending": revenue, "capex": 0},
        "booksResidual": 0,
    }


def months():
    state = opening()
    for tick, dollars in enumerate(PAYMENTS):
        accounts = {name: dict(row) for name, row in state["accounts"].items()}
        vendor, customers = accounts["vendor"], accounts["customers"]
        # a month opens by closing the last one's results into net worth
        vendor["netWorth"] += vendor["revenue"]
        customers["netWorth"] -= customers["operatingCost"]
        vendor["cash"] += dollars
        customers["cash"] -= dollars
        vendor["revenue"] = customers["operatingCost"] = dollars
        colours = {name: {"origins": dye(row["cash"])} for name, row in accounts.items()}
        state = {**state, "tick": tick, "accounts": accounts, "dye": colours}

        key = "customers/aiService/vendor/-"
        identity = "%d/demand/%s" % (tick, key)
        flow = {"id": identity, "key": key, "posting": identity, "from": "customers", "to": "vendor", "lane": "cash", "purpose": "aiService", "amount": dollars, "dye": dye(dollars)}
        # cash and dye follow from the flow; what does not is a change
        changes = [
            {"table": "accounts", "id": "customers", "set": {"netWorth": customers["netWorth"], "operatingCost": dollars}},
            {"table": "accounts", "id": "vendor", "set": {"netWorth": vendor["netWorth"], "revenue": dollars}},
        ]
        phases = [{"phase": name, "flows": [], "decisions": [], "events": [], "changes": []} for name in PHASES]
        phases[1].update(flows=[flow], changes=changes)
        yield state, phases, measures(dollars)


if __name__ == "__main__":
    write_recording(sys.argv[1] if len(sys.argv) > 1 else "customer-and-vendor.ndjson.gz", header(), months())
