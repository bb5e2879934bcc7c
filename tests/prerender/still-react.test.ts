import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { jsx } from '../../src/prerender/still/jsx-runtime.ts';
import * as still from '../../src/prerender/still/react.ts';
import { renderToString } from '../../src/prerender/still/react-dom-server.ts';

/** What both kinds of React are asked to draw; tags are HTML's, others stand for components. */
interface Leaf {
  tag: string;
  props: Record<string, unknown>;
  children: Node[];
}
type Node = Leaf | string | number | boolean | null | undefined | Node[];

/** One of the two: the library, or what stands in for it where pages are drawn ahead. */
interface Kit {
  react: typeof still;
  element: (type: unknown, props: Record<string, unknown>) => unknown;
  draw: (element: unknown) => string;
}

let kits: readonly [ours: Kit, reacts: Kit];
beforeAll(async () => {
  // React's development draws the same, and complains of much that is made at random.
  process.env['NODE_ENV'] = 'production';
  const react = await import('react');
  const runtime = await import('react/jsx-runtime');
  const server = await import('react-dom/server');
  kits = [
    { react: still, element: (type, props) => jsx(type, props), draw: renderToString },
    {
      react: react as unknown as typeof still,
      element: (type, props) => runtime.jsx(type as React.ElementType, props),
      draw: (element) => server.renderToString(element as React.ReactNode).replace(/^(<link rel="preload"[^>]*>)+/, ''),
    },
  ];
});

const VOID = ['img', 'input', 'br', 'hr'];

/** A function that makes elements of a kit from nodes. */
function makerOf({ react, element }: Kit): (node: Node) => unknown {
  const Names = react.createContext('nobody');
  const components: Readonly<Record<string, unknown>> = {
    Fragment: react.Fragment,
    Suspense: react.Suspense,
    Named: ({ children }: { children: unknown }) => {
      const id = react.useId();
      const other = react.useId();
      return element('section', { id, 'aria-labelledby': other, children });
    },
    Plain: ({ children }: { children: unknown }) => children,
    Giver: ({ children }: { children: unknown }) => element(Names, { value: 'Ada', children }),
    Taker: () => react.use(Names),
    Thrower: () => {
      throw new Error('It is broken.');
    },
    Waiter: react.lazy(() => new Promise(() => undefined)),
    Rich: react.memo(() => {
      const [word] = react.useState(() => 'one');
      const [count] = react.useReducer((value: number) => value, 2);
      const stored = react.useSyncExternalStore(
        () => () => undefined,
        () => 'browser',
        () => 'ahead',
      );
      return element('p', { title: word, children: [count, stored, react.useDeferredValue(3)] });
    }),
    Boxed: class extends (react.Component as new (props: object) => { props: { children?: unknown } }) {
      render() {
        return this.props.children;
      }
    },
  };
  const make = (node: Node): unknown => {
    if (Array.isArray(node)) return node.map(make);
    if (typeof node !== 'object' || node === null) return node;
    const { tag, props, children } = node;
    const inner = VOID.includes(tag) ? {} : { children: children.length === 1 ? make(children[0]) : children.map(make) };
    return element(components[tag] ?? tag, { ...props, ...inner });
  };
  return make;
}

/** What each draws, or that it throws. */
const drawn = (node: Node): string[] =>
  kits.map((kit) => {
    try {
      return kit.draw(makerOf(kit)(node));
    } catch {
      return 'thrown';
    }
  });

/** Text with what has to be escaped, and with what browsers take out. */
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('', '\n', '\nlines', ' a ', '<b>', '"&\'', '&amp;', '↗︎', '𝒳', 'a\u0000b'),
);
const value = fc.oneof(
  text,
  fc.integer({ min: -3, max: 120 }),
  fc.double({ min: -2, max: 2, noNaN: true }),
  fc.constantFrom(true, false, null, undefined, () => 'never'),
);
const NAMES =
  'className id title lang dir tabIndex role hidden open disabled inert readOnly required autoFocus multiple dateTime htmlFor srcSet sizes alt width height loading decoding fetchPriority rel target type placeholder name autoComplete spellCheck draggable contentEditable value defaultValue download rowSpan cols span size start aria-hidden aria-label data-read data-Mixed viewBox d fill strokeWidth fillRule clipPath stopOpacity suppressHydrationWarning onClick onPointerEnter ref closedby media key'.split(
    ' ',
  );
const style = fc.dictionary(
  fc.constantFrom(
    '--height',
    'width',
    'lineHeight',
    'backgroundColor',
    'viewTransitionName',
    'zIndex',
    'flexGrow',
    'WebkitHyphens',
    'msHyphens',
  ),
  value.filter((one) => typeof one !== 'function'),
);
const props = fc
  .tuple(fc.dictionary(fc.constantFrom(...NAMES), value, { maxKeys: 6 }), fc.option(style, { nil: undefined }))
  .map(([given, own]) => ({ ...given, ...(own && { style: own }) }));
const input: fc.Arbitrary<Leaf> = fc.record({
  tag: fc.constant('input'),
  props: fc.dictionary(
    fc.constantFrom('type', 'checked', 'defaultChecked', 'value', 'defaultValue', 'name', 'id', 'formMethod', 'formAction'),
    value.filter((one) => typeof one !== 'function'),
  ),
  children: fc.constant([]),
});
const TAGS = 'div span p a h1 ul li time bdi button form label details pre table td section svg path figure small'.split(' ');
const { node } = fc.letrec<{ node: Node; leaf: Leaf }>((tie) => ({
  leaf: fc.oneof(
    {
      weight: 9,
      arbitrary: fc.record({
        tag: fc.oneof(
          fc.constantFrom(...TAGS, ...VOID),
          fc.constantFrom('Fragment', 'Suspense', 'Named', 'Plain', 'Giver', 'Taker', 'Rich', 'Boxed', 'Thrower'),
        ),
        props,
        children: fc.array(tie('node'), { maxLength: 4 }),
      }),
    },
    { weight: 1, arbitrary: input },
  ),
  node: fc.oneof(
    { depthSize: 'small' },
    text,
    value.filter((one) => typeof one !== 'function') as fc.Arbitrary<Node>,
    tie('leaf'),
    fc.array(tie('node'), { maxLength: 6 }),
  ),
}));

test('whatever is put together, it is drawn as React draws it', () => {
  fc.assert(
    fc.property(node, (made) => {
      const [ours, reacts] = drawn(made);
      expect(ours).toBe(reacts);
    }),
    { numRuns: 1500 },
  );
});

test('what throws or waits is left to the browser by the nearest boundary, and its fallback stands there', () => {
  const parts = (tag: string): Node => ({ tag, props: {}, children: [] });
  const boundary = (...children: Node[]): Node => ({
    tag: 'Suspense',
    props: { fallback: 'soon' },
    children: ['lost', { tag: 'Giver', props: {}, children }],
  });
  for (const broken of ['Thrower', 'Waiter']) {
    const [ours, reacts] = drawn(['a', boundary(parts('Named'), parts(broken)), parts('Taker'), parts('Named')]);
    expect(ours).toBe(reacts);
    expect(ours).toContain('soon');
    expect(ours).toContain('nobody');
    expect(ours).not.toContain('lost');
  }
});

test('ids are React’s in long lists, and deep down', () => {
  const named = (children: Node[] = []): Node => ({ tag: 'Named', props: {}, children });
  const deep = (levels: number): Node =>
    levels === 0 ? named() : [null, named([deep(levels - 1), 'text']), null, 'end', named()];
  const [ours, reacts] = drawn(['first', Array.from({ length: 300 }, () => named()), deep(9)]);
  expect(ours).toBe(reacts);
  expect(ours).toContain('id="_R_');
});

test('what stands between given and taken back is seen by those below alone', () => {
  const taker: Node = { tag: 'Taker', props: {}, children: [] };
  const giver: Node = { tag: 'Giver', props: {}, children: [taker] };
  expect(drawn([taker, giver, taker])).toEqual(Array.from({ length: 2 }, () => 'nobody<!-- -->Ada<!-- -->nobody'));
});

test.each([
  ['an address that is a script', { tag: 'a', props: { href: 'java\nscript:alert(1)' }, children: [] }],
  ['markup as text', { tag: 'p', props: { dangerouslySetInnerHTML: { __html: '<b>' } }, children: [] }],
  ['an element with rules of its own', { tag: 'select', props: {}, children: [] }],
  ['what would end its tag', { tag: 'p', props: { 'a>b': 'c' }, children: [] }],
])('%s is not drawn', (_, leaf) => {
  const [ours] = kits;
  expect(() => ours.draw(makerOf(ours)(leaf as Leaf))).toThrow();
});
