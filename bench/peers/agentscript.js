/** The model on AgentScript, its firms being turtles. Objects with breeds and links are what it offers; it keeps no books. */
export async function agentscript({ firms, months, seed }) {
  // it wants a canvas even where nothing is drawn
  const nothing = new Proxy(() => nothing, { get: (_, name) => (name === Symbol.toPrimitive ? () => 0 : nothing), set: () => true });
  globalThis.OffscreenCanvas ??= class {
    getContext() {
      return nothing;
    }
  };
  const { Model } = await import('agentscript');
  let x = seed >>> 0;
  class Market extends Model {
    setup() {
      this.turtles.create(firms, (firm) => Object.assign(firm, { cash: 1000, debt: 0, mood: 'growing' }));
    }
    step() {
      const { turtles } = this;
      turtles.ask((firm) => {
        x = (Math.imul(1664525, x) + 1013904223) >>> 0;
        if (firm.mood === 'failed') return;
        firm.cash += 2 * Math.floor((x / 4294967296) * 100);
        firm.cash -= Math.min(100, firm.cash);
        const paid = Math.min(100, firm.cash);
        let to = turtles[(firm.id + 1) % firms];
        while (to.mood === 'failed' && to !== firm) to = turtles[(to.id + 1) % firms];
        firm.cash -= paid;
        to.cash += paid;
        if (firm.cash < 20 && firm.debt > 600) firm.mood = 'failed';
        else if (firm.mood === 'growing' && firm.debt > 2 * firm.cash + 500) firm.mood = 'careful';
        else if (firm.mood === 'careful' && firm.debt < firm.cash) firm.mood = 'growing';
        if (firm.mood === 'growing' && firm.cash < 500) {
          firm.cash += 300;
          firm.debt += 300;
        } else if (firm.mood === 'careful' && firm.cash > 800) {
          const back = Math.min(200, firm.debt);
          firm.cash -= back;
          firm.debt -= back;
        }
        if (firm.debt > 0) firm.cash -= Math.min(firm.cash, Math.trunc(firm.debt / 100));
        if (firm.mood === 'failed') firm.cash = firm.debt = 0;
      });
    }
  }
  const model = new Market({ minX: -1, maxX: 1, minY: -1, maxY: 1 });
  await model.startup();
  model.setup();
  return () => {
    for (let month = 0; month < months; month++) model.step();
    let [cash, debt, failures] = [0, 0, 0];
    model.turtles.ask((firm) => {
      cash += firm.cash;
      debt += firm.debt;
      if (firm.mood === 'failed') failures += 1;
    });
    return { cash, debt, failures };
  };
}
