"""The model on Mesa, where the machine has it. Prints one line of JSON: sums, seconds of processor time
(the median of a few runs, as of the other peers), version."""
import json, sys, time
import mesa

class Firm(mesa.Agent):
    def __init__(self, model, nth):
        super().__init__(model)
        self.nth, self.cash, self.debt, self.mood = nth, 1000, 0, "growing"

    def step(self):
        model = self.model
        model.x = (1664525 * model.x + 1013904223) % 2**32
        if self.mood == "failed":
            return
        self.cash += 2 * (model.x * 100 // 2**32)
        self.cash -= min(100, self.cash)
        paid = min(100, self.cash)
        to = model.firms[(self.nth + 1) % len(model.firms)]
        while to.mood == "failed" and to is not self:
            to = model.firms[(to.nth + 1) % len(model.firms)]
        self.cash -= paid
        to.cash += paid
        if self.cash < 20 and self.debt > 600:
            self.mood = "failed"
        elif self.mood == "growing" and self.debt > 2 * self.cash + 500:
            self.mood = "careful"
        elif self.mood == "careful" and self.debt < self.cash:
            self.mood = "growing"
        if self.mood == "growing" and self.cash < 500:
            self.cash += 300
            self.debt += 300
        elif self.mood == "careful" and self.cash > 800:
            back = min(200, self.debt)
            self.cash -= back
            self.debt -= back
        if self.debt > 0:
            self.cash -= min(self.cash, self.debt // 100)
        if self.mood == "failed":
            self.cash = self.debt = 0

class Market(mesa.Model):
    def __init__(self, firms, seed):
        super().__init__()
        self.x = seed
        self.firms = [Firm(self, nth) for nth in range(firms)]

    def step(self):
        self.agents.do("step")

firms, months, seed = map(int, sys.argv[1:4])
seconds = []
for _ in range(5):
    market = Market(firms, seed)
    began = time.process_time()
    for _ in range(months):
        market.step()
    seconds.append(time.process_time() - began)
print(json.dumps({"version": mesa.__version__, "cash": sum(f.cash for f in market.firms), "debt": sum(f.debt for f in market.firms), "failures": sum(f.mood == "failed" for f in market.firms), "seconds": sorted(seconds)[2]}))
