import {
  createContext,
  useEffect,
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
  const { region, keepFocus } = useKeptFocus();

  const decide = useCallback((next: DecisionTarget) => {
    setTarget(next);
    setOpened(({ count }) => ({ count: count + 1, isOpen: true }));
  }, []);
  const close = () => {
    setOpened(({ count }) => ({ count, isOpen: false }));
    onDecided();
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

/**
 * The dialog gives the focus back to the button that opened it, and that button goes away with the state it stood for,
 * at once or with the next update. The keyboard then goes on from the list instead of from the top of the page.
 */
function useKeptFocus() {
  const region = useRef<HTMLDivElement>(null);
  const isKept = useRef(false);
  const restore = () => {
    const { activeElement, body } = document;
    const isLost = !activeElement || activeElement === body;
    if (isKept.current && isLost)
      region.current?.focus({ preventScroll: true });
  };
  // After each update of the page: it may have taken the button away.
  useEffect(restore);
  useEffect(() => {
    const letGo = () => {
      isKept.current = false;
    };
    document.addEventListener('pointerdown', letGo);
    return () => document.removeEventListener('pointerdown', letGo);
  }, []);
  const keepFocus = useCallback(() => {
    isKept.current = true;
    restore();
  }, []);
  return { region, keepFocus };
}
