/** Ctrl-C, answered at the end of a month; pressed twice, the program ends at once. */

export interface Interruption {
  readonly asked: boolean;
  /** Lets a waiting signal arrive. */
  breathe(): Promise<void>;
  end(): void;
}

export function interruption(): Interruption {
  let asked = false;
  const listen = (): void => {
    if (asked) process.exit(130);
    asked = true;
  };
  process.on('SIGINT', listen);
  process.on('SIGTERM', listen);
  return {
    get asked() {
      return asked;
    },
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    end() {
      process.off('SIGINT', listen);
      process.off('SIGTERM', listen);
    },
  };
}
