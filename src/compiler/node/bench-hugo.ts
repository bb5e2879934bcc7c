import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ran, runMeasured } from './bench-process.ts';

// Articles by their own time; no feeds and no maps, which we do not write either.
const CONFIG = `baseURL = "https://bench.example/"
title = "Bench"
disableKinds = ["RSS", "sitemap", "robotsTXT"]
paginate = 25
[frontmatter]
date = ["publishedDateTime"]
[taxonomies]
topic = "topics"
category = "category"
`;

const CARD =
  '<li><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Params.excerpt }}</p><p>{{ .Params.provider.name }} {{ .Date.Format "2006-01-02" }} {{ range .Params.topics }}{{ . }} {{ end }}</p></li>';

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>${body}</body></html>\n`;

const LIST = page(
  `<h1>{{ .Title }}</h1><ul>{{ range .Paginator.Pages }}${CARD}{{ end }}</ul>{{ with .Paginator.Next }}<a href="{{ .URL }}">Older</a>{{ end }}`,
);

const TERMS = page(
  '<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>',
);

const SINGLE = page(
  '<h1>{{ .Title }}</h1><p>{{ .Params.excerpt }}</p><p>{{ .Params.provider.name }} {{ .Date.Format "2006-01-02" }}</p><p><a href="{{ .Params.originalUrl }}">Read</a></p><ul>{{ range .Params.topics }}<li>{{ . }}</li>{{ end }}</ul><ul>{{ range .Params.related }}<li><a href="{{ .webUrl }}">{{ .title }}</a> {{ .excerpt }} {{ .provider.name }}</li>{{ end }}</ul>',
);

/** The same articles with a minimal theme: a page each, list pages, topics and categories. Undefined when there is no Hugo. */
export async function runHugo(content: string, folder: string): Promise<Ran | undefined> {
  const layouts = join(folder, 'layouts/_default');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(layouts, { recursive: true });
  writeFileSync(join(folder, 'config.toml'), CONFIG);
  writeFileSync(join(layouts, 'list.html'), LIST);
  writeFileSync(join(layouts, 'terms.html'), TERMS);
  writeFileSync(join(layouts, 'single.html'), SINGLE);
  writeFileSync(join(folder, 'layouts/index.html'), LIST.replaceAll('.Paginator', '(.Paginate .Site.RegularPages)'));
  mkdirSync(join(folder, 'content'));
  // Hugo leaves out folders that begin with an underscore, and follows links below content/ only for files.
  symlinkSync(join(content, '_news'), join(folder, 'content/news'));
  const ran = await runMeasured('hugo', ['--source', folder, '--destination', join(folder, 'public'), '--quiet'], folder);
  return ran.code === null ? undefined : ran;
}
