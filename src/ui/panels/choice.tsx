/** One of a few, as a row of buttons that say which is pressed. */
import type { ReactNode } from 'react';

export function Choice<Value extends string>({ label, options, value, choose }: { readonly label: string; readonly options: readonly (readonly [Value, string])[]; readonly value: Value; readonly choose: (value: Value) => void }): ReactNode {
  return (
    <div className="choice" role="group" aria-label={label}>
      {options.map(([option, text]) => (
        <button key={option} type="button" className="small-button" aria-pressed={option === value} onClick={() => choose(option)}>
          {text}
        </button>
      ))}
    </div>
  );
}
