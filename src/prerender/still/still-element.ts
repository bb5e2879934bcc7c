/** What JSX stands for until it is drawn. type: a tag's name, a component, a context, or one of the marks below. */
export class StillElement {
  readonly type: unknown;
  readonly props: Props;

  constructor(type: unknown, props: Props) {
    this.type = type;
    this.props = props;
  }
}

export type Props = Readonly<Record<string, unknown>>;

/** An element type that says itself how its children are drawn. */
export interface StillMark {
  readonly draws: 'children' | 'boundary';
}

/** Drawing gives `value` to those below a provider, and takes it back after. */
export class StillContext {
  value: unknown;
  readonly Provider: this;

  constructor(value: unknown) {
    this.value = value;
    this.Provider = this;
  }
}

/** Code that comes later. In what is drawn ahead nothing may wait for it. */
export class StillLazy {
  readonly load: () => Promise<unknown>;

  constructor(load: () => Promise<unknown>) {
    this.load = load;
  }
}
