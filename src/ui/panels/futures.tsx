/**
 * A thousand futures: the scenario on the page under many lucks at once, drawn while they are simulated. Says how wide
 * the future is, who defaults how often, and leads to any single history.
 */
import type { ReactNode } from 'react';
import { FUTURES_WORDS } from '../../words/futures.ts';
import { FuturesControls, type ControlsProps } from './futures-controls.tsx';
import { FuturesFan } from './futures-fan.tsx';
import { LEAST_FOR_BANDS } from './fan-data.ts';
import { FuturesList } from './futures-list.tsx';
import { FuturesRisk } from './futures-risk.tsx';
import { useHistory } from './history.ts';
import type { PanelProps } from './props.ts';

export type FuturesProps = PanelProps & Pick<ControlsProps, 'futures' | 'control'> & {
  /** Puts the history with this seed on the page; not given where there is no way to it. */
  readonly open?: (seed: string) => void;
};

export function FuturesPanel({ run, speaker, select, futures, control, open }: FuturesProps): ReactNode {
  const words = speaker.words(FUTURES_WORDS);
  const measures = useHistory(run, run.length);
  const histories = futures?.histories ?? [];
  const leads = open === undefined ? {} : { open };
  return (
    <div className="panel futures">
      <FuturesControls futures={futures} control={control} speaker={speaker} />
      {histories.length > 0 && (
        <>
          <p className="quiet">{words.lead}</p>
          <div className="futures-parts">
            <FuturesFan histories={histories} measures={measures} horizon={run.header.horizon} speaker={speaker} {...leads} />
            <div>
              {histories.length >= LEAST_FOR_BANDS && <FuturesRisk histories={histories} speaker={speaker} select={select} />}
              <FuturesList histories={histories} speaker={speaker} {...leads} />
            </div>
          </div>
        </>
      )}
    </div>
  );
}
