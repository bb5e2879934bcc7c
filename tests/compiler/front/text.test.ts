import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/compiler/text.ts';
import { canonicalLanguage, languageOf } from '../../../src/lib/language.ts';
import { articleOf, without, written } from './read-one.ts';

describe('a title or excerpt as it is shown', () => {
  it.each([
    ['&#8217;t&nbsp;was', '’t was'],
    ['A &amp;lt;b&amp;gt; C', 'A &lt;b&gt; C'],
    ['&amp;#39;tis', '&#39;tis'],
    ['AT&T and R&D', 'AT&T and R&D'],
    ['<b>Bold</b> & <script>x</script>', '<b>Bold</b> & <script>x</script>'],
    ['&lt;img src=x&gt;', '<img src=x>'],
    ['  two \r\n lines\tand\u00A0a\u2028half  ', 'two lines and a half'],
    ['in\u200Bvis\u2060ible\uFEFF \u00ADsigns', 'invisible signs'],
    ['abc\u202Ecba\u202C \u2066x\u2069\u200E\u200F\u061C', 'abccba x'],
    ['&#x202E;turned', 'turned'],
    ['bell\u0007 and\u0000 null\u009F', 'bell and null'],
    ['broken \uD83D half', 'broken \uFFFD half'],
    ['&#xD800;', '\uFFFD'],
    ['cafe\u0301', 'café'],
    ['👩\u200D👩\u200D👧 and 🏳\uFE0F\u200D🌈', '👩\u200D👩\u200D👧 and 🏳\uFE0F\u200D🌈'],
    [
      '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F} a\u{E0067}b',
      '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F} ab',
    ],
    ['a\u200Db', 'ab'],
    ['می\u200Cخواهم', 'می\u200Cخواهم'],
    ['क्\u200Dष', 'क्\u200Dष'],
    ['word\u200Cword', 'wordword'],
    ['\u3164\u115F\u2800', ''],
    ['葛\u{E0100}城', '葛\u{E0100}城'],
    ['中文标题', '中文标题'],
  ])('%j is shown as %j', (raw, shown) => {
    expect(cleanText(raw)).toBe(shown);
    expect(cleanText(articleOf(written('', '', without('title', `title: ${JSON.stringify(`T ${raw}`)}`))).title)).toBeTypeOf(
      'string',
    );
  });

  it('is decoded once even when the file is read whole', () => {
    expect(articleOf(written('', '', without('title', 'title: "Q&amp;amp;A"'))).title).toBe('Q&amp;A');
    expect(articleOf(written('', '', without('excerpt', 'abstract: "old &amp; new"'))).excerpt).toBe('old & new');
    expect(articleOf(written('', '', without('excerpt', 'excerpt:'))).excerpt).toBe('');
  });
});

describe('the language that a script tells', () => {
  it.each([
    ['Boats are back', 'en', undefined],
    ['OpenAI 发布新模型 GPT-5', 'en', 'zh'],
    ['灯台守のいない島で', 'en', 'ja'],
    ['등대', 'en', 'ko'],
    ['لنج‌ها دوباره شعر می‌خوانند', 'en', 'fa'],
    ['القوارب عادت', 'en', 'ar'],
    ['הסירות חזרו', 'en', 'he'],
    ['Τα πλοία', 'en', 'el'],
    ['เรือ', 'en', 'th'],
    ['Лодки вернулись', 'en', 'und-Cyrl'],
    ['नावें लौटीं', 'en', 'und-Deva'],
    ['Лодки вернулись', 'ru', undefined],
    ['灯台', 'ja', undefined],
    ['灯台', 'ko', undefined],
    ['Boats', 'ja', 'und-Latn'],
    ['2025 — 40 %', 'en', undefined],
    ['40 % 👍', 'ja', undefined],
  ])('%j in a publication in %s: %s', (text, publication, language) => {
    expect(languageOf(text, publication)).toBe(language);
  });

  it('yields to what the file says', () => {
    expect(articleOf(written('lang: pt-br')).lang).toBe('pt-BR');
    expect(articleOf(written('locale: en')).lang).toBeUndefined();
    expect(articleOf(written('lang: "no such language"')).lang).toBeUndefined();
    expect(canonicalLanguage('EN-us')).toBe('en-US');
  });
});
