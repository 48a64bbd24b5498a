/** Words on the stage: plain canvas text, kept as long as it is shown and a little longer, for months come back. */
import { Container, Graphics, GraphicsContext, Text } from 'pixi.js';
import type { ArtBox } from './art-box.ts';
import { FONT, laidOver, type Palette } from './palette.ts';
import type { TextPlan } from './plan.ts';

const KEPT = 240;

interface Shown {
  readonly text: Text;
  used: number;
}

export class TextArt {
  readonly root = new Container();
  /** Legend and count, over everything else. */
  readonly front = new Container();
  private readonly pills = new Container();
  private readonly words = new Container();
  private readonly known = new Map<string, Shown>();
  private readonly pillPool: Graphics[] = [];
  private shown: Text[] = [];
  private shownPills: (Graphics | null)[] = [];
  private round = 0;

  constructor(private readonly art: ArtBox, private readonly palette: Palette, private readonly resolution: number) {
    this.root.addChild(this.pills, this.words);
  }

  /** Writes these texts and takes away all others. */
  place(plans: readonly TextPlan[]): void {
    this.round += 1;
    const repeated = new Map<string, number>();
    this.words.removeChildren();
    this.front.removeChildren();
    this.pills.removeChildren();
    this.shown = [];
    this.shownPills = [];
    let pills = 0;
    for (const plan of plans) {
      const color = this.colorOf(plan);
      const stem = `${plan.text}/${plan.size}/${plan.bold}/${color}/${this.haloed(plan)}`;
      const nth = repeated.get(stem) ?? 0;
      repeated.set(stem, nth + 1);
      const text = this.textFor(`${stem}/${nth}`, plan, color);
      const { box } = plan;
      // whole pixels, or letters blur
      const spare = box.width - text.width;
      text.position.set(Math.round(box.x + (plan.align === 'left' ? 0 : plan.align === 'right' ? spare : spare / 2)), Math.round(box.y + (box.height - text.height) / 2));
      (plan.role === 'legend' || plan.role === 'hidden' ? this.front : this.words).addChild(text);
      this.shown.push(text);
      this.shownPills.push(plan.role === 'amount' || plan.role === 'difference' ? this.pillFor(pills++, plan) : null);
    }
    this.forget();
  }

  fade(alphas: readonly number[]): void {
    this.shown.forEach((text, index) => {
      const alpha = alphas[index] ?? 1;
      text.alpha = alpha;
      text.visible = alpha > 0;
      const pill = this.shownPills[index];
      if (pill === null || pill === undefined) return;
      pill.alpha = alpha;
      pill.visible = alpha > 0;
    });
  }

  private textFor(key: string, plan: TextPlan, fill: number): Text {
    const found = this.known.get(key);
    if (found !== undefined) {
      found.used = this.round;
      return found.text;
    }
    const text = new Text({
      text: plan.text,
      resolution: this.resolution,
      style: { fontFamily: FONT, fontSize: plan.size, fontWeight: plan.bold ? '600' : '400', fill, padding: 3, ...(this.haloed(plan) ? { stroke: { color: this.palette.background, width: 3.5, join: 'round' } } : {}) },
    });
    this.known.set(key, { text, used: this.round });
    return text;
  }

  /** Words that stand on bare ground keep a rim of it, so that a lane beneath does not strike them out. */
  private haloed({ role }: TextPlan): boolean {
    return role !== 'amount' && role !== 'difference' && role !== 'plate';
  }

  private colorOf({ role, tone }: TextPlan): number {
    const { palette } = this;
    if (tone !== null && role !== 'amount') return palette.tone[tone];
    return role === 'name' || role === 'amount' || role === 'difference' || role === 'statement' ? palette.ink : role === 'plate' ? laidOver(palette.muted, palette.ink, 0.55) : palette.muted;
  }

  private pillFor(index: number, plan: TextPlan): Graphics {
    const { palette, art } = this;
    const { width, height } = plan.box;
    const edge = plan.tone === 'trouble' ? palette.tone.trouble : plan.tone === 'relief' ? palette.tone.relief : plan.lane === null ? palette.plateRim : (palette.outline[plan.lane] ?? palette.lane[plan.lane]);
    const pill = (this.pillPool[index] ??= new Graphics(art.context('nothing', () => new GraphicsContext())));
    pill.context = art.context(`pill/${width}/${height}/${edge}`, () =>
      new GraphicsContext().roundRect(0.5, 0.5, width - 1, height - 1, height / 2).fill({ color: palette.pill, alpha: 0.94 }).roundRect(0.5, 0.5, width - 1, height - 1, height / 2).stroke({ width: 1.1, color: edge }),
    );
    pill.position.set(plan.box.x, plan.box.y);
    this.pills.addChild(pill);
    return pill;
  }

  /** Lets the longest unused go when there are too many. */
  private forget(): void {
    if (this.known.size <= KEPT) return;
    const spare = [...this.known].filter(([, entry]) => entry.used < this.round).sort(([, a], [, b]) => a.used - b.used);
    for (const [key, { text }] of spare.slice(0, this.known.size - KEPT)) {
      text.destroy();
      this.known.delete(key);
    }
  }

  destroy(): void {
    for (const { text } of this.known.values()) text.destroy();
    this.known.clear();
    for (const pill of this.pillPool) pill.destroy();
    this.root.destroy({ children: true });
    this.front.destroy({ children: true });
  }
}
