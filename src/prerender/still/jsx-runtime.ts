import { type Props, StillElement } from './still-element.ts';

export { Fragment } from './react.ts';

/** What JSX is compiled to. Keys say which element is which the next time, and here is no next time. */
export const jsx = (type: unknown, props: Props): StillElement => new StillElement(type, props);
export const jsxs = (type: unknown, props: Props): StillElement => new StillElement(type, props);
