/** Mouse, touch and wheel on the stage: hover, select, drag to shift, wheel or two fingers to zoom, double click to see all. */
export interface PointerActions {
  hover(x: number, y: number): void;
  leave(): void;
  select(x: number, y: number): void;
  shift(dx: number, dy: number): void;
  zoom(factor: number, x: number, y: number): void;
  reset(): void;
}

/** A press that moves farther than this is a drag, pixels. */
const SLACK = 4;

/** Listens until the returned function is called. */
export function listen(target: HTMLElement, actions: PointerActions): () => void {
  const pressed = new Map<number, { x: number; y: number; readonly startX: number; readonly startY: number }>();
  let isDrag = false;
  const at = (event: MouseEvent): { x: number; y: number } => {
    const frame = target.getBoundingClientRect();
    return { x: event.clientX - frame.left, y: event.clientY - frame.top };
  };
  /** On what lies over the picture: it is no place in it. */
  const isOver = ({ target: on }: Event): boolean => on !== target && !(on instanceof HTMLCanvasElement);
  const down = (event: PointerEvent): void => {
    if (event.button !== 0 || isOver(event)) return;
    const { x, y } = at(event);
    if (pressed.size === 0) isDrag = false;
    pressed.set(event.pointerId, { x, y, startX: x, startY: y });
    target.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent): void => {
    if (isOver(event)) return;
    const { x, y } = at(event);
    const finger = pressed.get(event.pointerId);
    // a finger rests on nothing
    if (finger === undefined) return event.pointerType === 'touch' ? undefined : actions.hover(x, y);
    if (!isDrag && Math.abs(x - finger.startX) + Math.abs(y - finger.startY) > SLACK) {
      isDrag = true;
      // what is dragged is not pointed at
      actions.leave();
    }
    const other = [...pressed].find(([id]) => id !== event.pointerId)?.[1];
    if (other !== undefined) {
      isDrag = true;
      const before = Math.max(1, distance(finger, other));
      const now = Math.max(1, distance({ x, y }, other));
      // what lay between the fingers stays between them
      actions.zoom(now / before, (finger.x + other.x) / 2, (finger.y + other.y) / 2);
      actions.shift((x - finger.x) / 2, (y - finger.y) / 2);
    } else if (isDrag) actions.shift(x - finger.x, y - finger.y);
    finger.x = x;
    finger.y = y;
  };
  const up = (event: PointerEvent): void => {
    const finger = pressed.get(event.pointerId);
    pressed.delete(event.pointerId);
    if (finger !== undefined && !isDrag && pressed.size === 0 && event.type === 'pointerup') actions.select(finger.x, finger.y);
  };
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const { x, y } = at(event);
    const lines = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
    actions.zoom(Math.exp(-Math.max(-120, Math.min(120, lines)) / 400), x, y);
  };
  const leave = (): void => actions.leave();
  const reset = (): void => actions.reset();
  target.addEventListener('pointerdown', down);
  target.addEventListener('pointermove', move);
  target.addEventListener('pointerup', up);
  target.addEventListener('pointercancel', up);
  target.addEventListener('pointerleave', leave);
  target.addEventListener('wheel', wheel, { passive: false });
  target.addEventListener('dblclick', reset);
  return () => {
    target.removeEventListener('pointerdown', down);
    target.removeEventListener('pointermove', move);
    target.removeEventListener('pointerup', up);
    target.removeEventListener('pointercancel', up);
    target.removeEventListener('pointerleave', leave);
    target.removeEventListener('wheel', wheel);
    target.removeEventListener('dblclick', reset);
  };
}

function distance(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}
