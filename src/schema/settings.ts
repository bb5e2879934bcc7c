import * as v from 'valibot';

const expected = (what: string) => `is not ${what}.`;
const name = (what: string) =>
  v.pipe(
    v.string(expected(what)),
    v.check((text) => text.trim() !== '', 'is empty. Write a text, or remove the key.'),
  );

const NO_BLOCK = 'is not a block of keys. Write keys and values below it, indented.';

/** How pictures from elsewhere come to a publication. */
const ImagesInput = v.looseObject(
  {
    remote: v.optional(v.picklist(['hide', 'link'], 'is neither hide nor link. Write one of the two.')),
    effort: v.optional(
      v.pipe(
        v.number('is not a number. Write one from 0 to 9.'),
        v.integer('is not a whole number. Write one from 0 to 9.'),
        v.minValue(0, 'is below 0. Write a number from 0 to 9.'),
        v.maxValue(9, 'is above 9. Write a number from 0 to 9.'),
      ),
    ),
    hosts: v.optional(
      v.array(
        name('text. Write one host with its port on each line, in quotes'),
        expected('a list. Write one host with its port on each line, each after a hyphen'),
      ),
    ),
    proxy: v.optional(name('text. Write the address of a proxy, or the name of the environment variable that holds it')),
    mirror: v.optional(name('text. Write an address that holds {url}, in quotes')),
    engine: v.optional(name('text. Write an address that holds {url} or {url64}, and {width}, in quotes')),
  },
  NO_BLOCK,
);
export const IMAGE_SETTINGS = Object.keys(ImagesInput.entries);

/** `tearsheet.yaml`: what a publication says of itself. Every key may be missing. docs/tearsheet.schema.json says the same for editors. */
export const SettingsInput = v.looseObject(
  {
    title: v.optional(name('text. Write it in quotes')),
    description: v.optional(name('text. Write it in quotes')),
    language: v.optional(name('a language tag. Write one as in "en" or "pt-BR"')),
    timeZone: v.optional(name('a time zone. Write a name as in "Europe/Lisbon"')),
    url: v.optional(name('a web address. Write where the publication will stand, with https://')),
    cutOff: v.optional(
      v.pipe(
        v.number('is not a number. Write one, for example 60.'),
        v.finite('is not a finite number. Write one, for example 60.'),
        v.minValue(0, 'is below 0. Write a number from 0.'),
      ),
    ),
    topics: v.optional(
      v.array(
        name('text. Write one name on each line, in quotes'),
        expected('a list. Write one name on each line, each after a hyphen'),
      ),
    ),
    logo: v.optional(name("a path. Write the logo's path in the content folder")),
    links: v.optional(
      v.array(
        v.looseObject(
          { label: name('text. Write it in quotes'), url: name('a web address. Write it with https://') },
          'lacks a key or is no block. Each link needs label: and url:.',
        ),
        expected('a list. Write each link after a hyphen, with label: and url:'),
      ),
    ),
    articles: v.optional(
      v.array(
        name('text. Write one pattern on each line, in quotes'),
        expected('a list. Write one pattern on each line, each after a hyphen'),
      ),
    ),
    // A list would pass as a block of keys.
    images: v.optional(
      v.pipe(
        v.unknown(),
        v.check((value) => !Array.isArray(value), NO_BLOCK),
        ImagesInput,
      ),
    ),
  },
  'is not a block of keys. Write keys and values, one a line.',
);
export type SettingsInput = v.InferOutput<typeof SettingsInput>;
