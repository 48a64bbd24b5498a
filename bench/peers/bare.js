/** The model as a hand-written loop over arrays: no books, no names, nothing to ask afterwards. */
export function bare({ firms, months, seed }) {
  const cash = new Int32Array(firms).fill(1000);
  const debt = new Int32Array(firms);
  const mood = new Uint8Array(firms); // 0 growing, 1 careful, 2 failed
  let x = seed >>> 0;
  for (let month = 0; month < months; month++) {
    for (let i = 0; i < firms; i++) {
      x = (Math.imul(1664525, x) + 1013904223) >>> 0;
      if (mood[i] === 2) continue;
      cash[i] += 2 * Math.floor((x / 4294967296) * 100);
      cash[i] -= Math.min(100, cash[i]);
      const paid = Math.min(100, cash[i]);
      let to = (i + 1) % firms;
      while (mood[to] === 2 && to !== i) to = (to + 1) % firms;
      cash[i] -= paid;
      cash[to] += paid;
      if (cash[i] < 20 && debt[i] > 600) mood[i] = 2;
      else if (mood[i] === 0 && debt[i] > 2 * cash[i] + 500) mood[i] = 1;
      else if (mood[i] === 1 && debt[i] < cash[i]) mood[i] = 0;
      if (mood[i] === 0 && cash[i] < 500) {
        cash[i] += 300;
        debt[i] += 300;
      } else if (mood[i] === 1 && cash[i] > 800) {
        const back = Math.min(200, debt[i]);
        cash[i] -= back;
        debt[i] -= back;
      }
      if (debt[i] > 0) cash[i] -= Math.min(cash[i], Math.trunc(debt[i] / 100));
      if (mood[i] === 2) cash[i] = debt[i] = 0;
    }
  }
  const sum = (values) => values.reduce((total, value) => total + value, 0);
  return { cash: sum(cash), debt: sum(debt), failures: mood.filter((each) => each === 2).length };
}
