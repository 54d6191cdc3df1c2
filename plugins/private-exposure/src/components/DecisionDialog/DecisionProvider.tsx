import {
  createContext,
  useCallback,
  useContext,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { DecisionDialog } from './DecisionDialog';
import type { DecisionTarget } from './DecisionTarget';

const DecideContext = createContext<(target: DecisionTarget) => void>(() => {
  throw new Error('useDecide needs a DecisionProvider around it');
});

/**
 * Opens the decision dialog.
 *
 * @internal
 */
export function useDecide(): (target: DecisionTarget) => void {
  return useContext(DecideContext);
}

/**
 * Holds the decision dialog above the lists, so that a row which changes or goes away does not close it.
 *
 * @internal
 */
export function DecisionProvider(props: {
  children: ReactNode;
  /** The dialog was closed; something may have been decided. */
  onDecided: () => void;
}) {
  const { children, onDecided } = props;
  const [opened, setOpened] = useState({ count: 0, isOpen: false });
  const [target, setTarget] = useState<DecisionTarget>();
  const region = useRef<HTMLDivElement>(null);

  const decide = useCallback((next: DecisionTarget) => {
    setTarget(next);
    setOpened(({ count }) => ({ count: count + 1, isOpen: true }));
  }, []);
  const close = () => {
    setOpened(({ count }) => ({ count, isOpen: false }));
    onDecided();
  };
  const keepFocus = () => {
    // The button that opened the dialog is often gone by now, with the state it stood for.
    const { activeElement, body } = document;
    if (!activeElement || activeElement === body) region.current?.focus();
  };

  return (
    <DecideContext.Provider value={decide}>
      <div ref={region} tabIndex={-1} style={{ outline: 'none' }}>
        {children}
      </div>
      {target && (
        <DecisionDialog
          key={opened.count}
          target={target}
          isOpen={opened.isOpen}
          onClose={close}
          onClosed={keepFocus}
        />
      )}
    </DecideContext.Provider>
  );
}
