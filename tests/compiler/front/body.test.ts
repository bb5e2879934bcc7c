import { describe, expect, it } from 'vitest';
import { articleOf, errorsOf, outcomeOf, written } from './read-one.ts';

const body = (text: string) => articleOf(written('', text)).body;
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children });

describe('body text', () => {
  it('is paragraphs, headings, lists, quotes, code and rules', () => {
    expect(
      body('One *two* **three** `four`  \nfive\nsix\n\n***\n\n> quoted\n\n- a\n- b\n\n3. c\n\n```js\nlet  x\n```\n'),
    ).toEqual([
      paragraph(
        'One ',
        { type: 'emphasis', children: ['two'] },
        ' ',
        { type: 'strong', children: ['three'] },
        ' ',
        { type: 'code', text: 'four' },
        { type: 'break' },
        'five six',
      ),
      { type: 'rule' },
      { type: 'quote', children: [paragraph('quoted')] },
      { type: 'list', items: [[paragraph('a')], [paragraph('b')]] },
      { type: 'list', start: 3, items: [[paragraph('c')]] },
      { type: 'code', text: 'let  x', language: 'js' },
    ]);
  });

  it.each([
    ['# A\n\n## B\n\n##### C', [2, 3, 4]],
    ['## A\n\n### B', [2, 3]],
    ['###### A', [2]],
  ])('has headings from level 2 to 4: %j', (text, levels) => {
    expect(body(text).map((block) => block.type === 'heading' && block.level)).toEqual(levels);
  });

  it('never holds markup: HTML is text', () => {
    expect(body('<script>alert(1)</script>\n\nA <b onclick="x">b</b> &lt;i&gt;\n\n<!-- c -->')).toEqual([
      paragraph('<script>alert(1)</script>'),
      paragraph('A <b onclick="x">b</b> <i>'),
      paragraph('<!-- c -->'),
    ]);
  });

  it('links to web addresses alone, by reference and in angle brackets too', () => {
    const href = 'https://tide.example/a%20b';
    expect(body('[t](<https://tide.example/a b>) [t][r] <https://tide.example/>\n\n[r]: https://tide.example/r')).toEqual([
      paragraph(
        { type: 'link', href, children: ['t'] },
        ' ',
        { type: 'link', href: 'https://tide.example/r', children: ['t'] },
        ' ',
        { type: 'link', href: 'https://tide.example/', children: ['https://tide.example/'] },
      ),
    ]);
    expect(body('[a](javascript:x) [b](/c) [d](#e) [f](data:x) <g@tide.example> [h](JAVASCRIPT&colon;x)')).toEqual([
      paragraph('a b d f g@tide.example h'),
    ]);
  });

  it('has local pictures as blocks and remote ones as links', () => {
    expect(body('Before ![A boat](boat%201.jpg) after\n\n[![Linked](/pier.png)](https://tide.example/)')).toEqual([
      paragraph('Before'),
      { type: 'picture', picture: 'news/boat 1.jpg', alt: 'A boat' },
      paragraph('after'),
      { type: 'picture', picture: 'pier.png', alt: 'Linked' },
    ]);
    expect(body('![Far](https://tide.example/a.jpg) ![](https://tide.example/b.jpg)')).toEqual([
      paragraph({ type: 'link', href: 'https://tide.example/a.jpg', children: ['Far'] }, ' ', {
        type: 'link',
        href: 'https://tide.example/b.jpg',
        children: ['tide.example'],
      }),
    ]);
    expect(errorsOf(written('', '![x](../../../etc/x.png)')).join()).toContain(
      ':14:1  The address of a picture in the text leads out',
    );
    expect(errorsOf(written('', '\n![x](x.svg)'), 'warning').join()).toContain(
      ':15:1  The address of a picture in the text is an SVG',
    );
  });

  it('loses invisible signs and keeps white space in code', () => {
    expect(body('a\u202Eb\u200Bc\n\n    x  \ty\u202E')).toEqual([paragraph('abc'), { type: 'code', text: 'x  \ty' }]);
    expect(body('\u200B\n\n \n')).toEqual([]);
  });

  it.each([
    ['quotes', `${'>'.repeat(40)} x`],
    ['quotes by the thousand', '>'.repeat(100_000)],
    ['lists', `${'- '.repeat(40)}x`],
    ['brackets', `${'[a'.repeat(100_000)}`],
    ['asterisks', 'a**b'.repeat(100_000)],
    ['emphasis', `${'*a '.repeat(40)}${'b* '.repeat(40)}`],
  ])('that is nested without end is an error and costs no time: %s', (_name, text) => {
    expect(outcomeOf(written('', text))).toBe('error');
  });
});
