/** Values, keys and lines that a person may write to keep an article unpublished, parted by a bar between blanks, or with the next line's indentation. */
const words = (text: string): readonly string[] => text.split(/ ¦(?: |\n {2})/);

/** Values of `published` that are not the boolean `true`. */
export const VALUES =
  words(`false ¦ False ¦ FALSE ¦ no ¦ No ¦ NO ¦ off ¦ Off ¦ n ¦ N ¦ 0 ¦ 1 ¦ -1 ¦ 0x0 ¦ 1.0 ¦ "false" ¦ 'false' ¦ "true" ¦
  'true' ¦ True1 ¦ yes ¦ on ¦ y ¦ null ¦ ~ ¦  ¦ nope ¦ never ¦ soon ¦ flase ¦ tru ¦ true false ¦ true, ¦ not true ¦
  !true ¦ [] ¦ [true] ¦ {} ¦ {a: true} ¦ |\n  true ¦ >\n  false ¦ >-\n  true ¦ |-\n  false ¦ - true ¦ \n  - true ¦
  \n  value: true ¦ 2025-06-01 ¦ .nan ¦ .inf ¦ falſe ¦ ｆａｌｓｅ ¦ true\u00a0 ¦ \u00a0true ¦ true\u200b ¦ tr\u0000ue ¦ *mark ¦
  &mark true ¦ &mark false ¦ !!bool false ¦ !!bool "true" ¦ !!str true ¦ !true true ¦ !!js/undefined false ¦ "tr\\u0075e" ¦
  0b1 ¦ "\\x66alse" ¦ '' ¦ "" ¦ @false ¦ \`false\` ¦ %false ¦ \tfalse ¦ false # true ¦ false # ¦ FALSE # true ¦ (true) ¦
  “true” ¦ ‘false’ ¦ TRUE! ¦ true. ¦ ture ¦ vrai ¦ wahr ¦ да ¦ 是 ¦ ✓ ¦ ✗`);

/** Keys that mean `published` and are not spelled so. */
export const SPELLINGS =
  words(`Published ¦ PUBLISHED ¦ pubIished ¦ publshed ¦ publised ¦ publlished ¦ pulbished ¦ publishd ¦ publihsed ¦ publish ¦
  publishes ¦ publisher ¦ pubished ¦ ublished ¦ рublished ¦ publіshed ¦ ｐｕｂｌｉｓｈｅｄ ¦ publ\u00adished ¦ publi\u200bshed ¦
  \u200bpublished ¦ published\u200b ¦ published\u00a0 ¦ published  ¦ \ufeffpublished ¦ püblished ¦ publ1shed ¦
  pub-lished ¦ is_published ¦ isPublished ¦ published? ¦ published. ¦ -published ¦ _published ¦ "published " ¦
  ' published' ¦ published\\ ¦ publi shed ¦ p u b l i s h e d ¦ \ud83c\udd5fublished ¦ published_at ¦ un-published ¦
  unpublished ¦ not_published ¦ ⓟⓤⓑⓛⓘⓢⓗⓔⓓ ¦ рuЬlіѕhеd ¦ ρublished ¦ рսblished`);

/** Lines about `removed`. */
export const REMOVED =
  words(`removed: true ¦ removed: yes ¦ removed: "true" ¦ removed: "false" ¦ removed: no ¦ removed: 1 ¦ removed: 0 ¦ removed: ¦
  removed: ~ ¦ removed: TRUE ¦ removed: [true] ¦ Removed: true ¦ REMOVED: true ¦ remove: true ¦ removd: true ¦
  removed : yes ¦ is-removed: true ¦ rеmoved: true ¦ ʀemoved: true ¦ re-moved: true ¦ removed=true`);

/** Lines of other keys with the same purpose. */
export const MEANING =
  words(`draft: true ¦ Draft: yes ¦ draft: false ¦ isDraft: true ¦ is_draft: 1 ¦ status: draft ¦ visibility: private ¦
  visible: false ¦ hidden: true ¦ hide: true ¦ private: true ¦ public: false ¦ notPublic: true ¦ publishDate: 2027-01-01 ¦
  publish_at: 2027-01-01 ¦ publish-on: 2027-01-01 ¦ embargo: 2027-01-01 ¦ embargoUntil: 2027-01-01 ¦ embargoed: true ¦
  unpublish: true ¦ unlisted: true ¦ live: false ¦ is_live: no ¦ state: held ¦ archived: true ¦ archive: yes ¦
  deleted: true ¦ withdrawn: true ¦ retracted: true ¦ expires: 2020-01-01 ¦ expiryDate: 2020-01-01 ¦ disabled: true ¦
  enabled: false ¦ active: false ¦ approved: false ¦ ready: false ¦ reviewed: no ¦ access: internal ¦ noindex: true ¦ audience: editors ¦ on-hold: true ¦ scheduled: true ¦ confidential: true ¦ released: no ¦
  wip: true`);
