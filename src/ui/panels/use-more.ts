/** Marks a frame with `data-more` while it holds more than it shows at its far side, so that the edge can say so. */
import { useEffect, useRef, type RefObject } from 'react';

export function useMore(): RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = frame.current;
    if (box === null) return;
    const mark = (): void => void box.toggleAttribute('data-more', box.scrollWidth - box.clientWidth - Math.abs(box.scrollLeft) > 1);
    const observer = new ResizeObserver(mark);
    observer.observe(box);
    if (box.firstElementChild !== null) observer.observe(box.firstElementChild);
    box.addEventListener('scroll', mark, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', mark);
    };
  }, []);
  return frame;
}
