import { nextId } from './drawing.ts';
import { StillContext, StillLazy, type StillMark } from './still-element.ts';

/**
 * `react` where pages are drawn ahead: components are called once, from the top, and nothing ever changes. What reader code imports of
 * React stands here, and does what React does on a server; a build that asks for more says so.
 */
export const Fragment: StillMark = { draws: 'children' };
export const Suspense: StillMark = { draws: 'boundary' };

export class Component<P = object> {
  static readonly isClass = true;
  props: P;
  state: unknown;

  constructor(props: P) {
    this.props = props;
  }

  setState(): void {
    refuse();
  }

  render(): unknown {
    return null;
  }
}

export const createContext = (value: unknown): StillContext => new StillContext(value);
export const lazy = (load: () => Promise<unknown>): StillLazy => new StillLazy(load);
export const memo = <T>(component: T): T => component;

export function use(context: unknown): unknown {
  if (context instanceof StillContext) return context.value;
  throw new Error('A page that is drawn ahead cannot wait for a promise.');
}
export const useContext = (context: unknown): unknown => use(context);

export const useState = <T>(initial: T | (() => T)): [T, () => void] => [
  typeof initial === 'function' ? (initial as () => T)() : initial,
  refuse,
];
export const useReducer = <A, T>(_reducer: unknown, initial: A, start?: (value: A) => T): [A | T, () => void] => [
  start ? start(initial) : initial,
  refuse,
];
export const useRef = <T>(current: T): { current: T } => ({ current });
export const useMemo = <T>(make: () => T): T => make();
export const useCallback = <T>(callback: T): T => callback;
export const useEffectEvent = <T>(callback: T): T => callback;
export const useDeferredValue = <T>(value: T, initial?: T): T => initial ?? value;
export const useEffect = (): void => undefined;
export const useLayoutEffect = (): void => undefined;
export const useId = nextId;
export const startTransition = refuse;

export function useSyncExternalStore<T>(_subscribe: unknown, _get: unknown, drawnAhead?: () => T): T {
  if (!drawnAhead) throw new Error('A store that a page drawn ahead looks at must say what it shows there.');
  return drawnAhead();
}

function refuse(): void {
  throw new Error('A page changes nothing while it is drawn ahead.');
}
