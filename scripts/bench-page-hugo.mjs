import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CONFIG = `baseURL = "/"
title = "The Tidewater Sheet"
disableKinds = ["RSS", "sitemap", "robotsTXT", "taxonomy", "term"]
paginate = 25
[frontmatter]
date = ["publishedDateTime"]
`;

const STYLE = `body{font:17px/1.5 Georgia,serif;max-width:72rem;margin:auto;padding:1rem;color:#1b1a17;background:#fbfaf6}a{color:inherit;text-decoration:none}
img{width:100%;height:auto;aspect-ratio:16/9;object-fit:cover}ul{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(18rem,1fr));gap:2rem}
h2{font-size:1.25rem;line-height:1.2;margin:.5rem 0}p{margin:.3rem 0}`;

const head = (title) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><meta name="description" content="The day's reading"><link rel="stylesheet" href="/style.css"></head>`;

const picture = (lazy) =>
  `{{ with index (.Params.images | default slice) 0 }}<img src="{{ .url }}" alt="" width="{{ .width }}" height="{{ .height }}"${lazy}>{{ end }}`;

const LIST = `${head('{{ .Site.Title }}')}<body><h1>{{ .Site.Title }}</h1><ul>{{ range $at, $page := (.Paginate .Site.RegularPages).Pages }}<li>{{ with $page }}{{ if lt $at 2 }}${picture('')}{{ else }}${picture(' loading="lazy"')}{{ end }}<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Params.provider.name }} {{ .Date.Format "2 Jan 2006" }}</p><p>{{ .Params.excerpt }}</p>{{ end }}</li>{{ end }}</ul></body></html>`;

const SINGLE = `${head('{{ .Title }}')}<body><h1>{{ .Title }}</h1><p>{{ .Params.provider.name }} {{ .Date.Format "2 January 2006" }}</p>${picture('')}<p>{{ .Params.excerpt }}</p>{{ .Content }}<p><a href="{{ .Params.originalUrl }}">Read</a></p><ul>{{ range .Params.related }}<li><a href="{{ .webUrl }}">{{ .title }}</a> {{ .provider.name }}</li>{{ end }}</ul></body></html>`;

/** The sample as a plain page of Hugo's, with the pictures as they are. Undefined where there is no Hugo. article, path: an article's page in ours and in Hugo's. */
export function hugoSite(root, site, folder) {
  if (spawnSync('hugo', ['version']).status !== 0) return undefined;
  mkdirSync(join(folder, 'layouts/_default'), { recursive: true });
  mkdirSync(join(folder, 'content'));
  writeFileSync(join(folder, 'config.toml'), CONFIG);
  for (const [name, text] of [
    ['_default/list.html', LIST],
    ['_default/single.html', SINGLE],
    ['index.html', LIST],
  ])
    writeFileSync(join(folder, 'layouts', name), text);
  mkdirSync(join(folder, 'content/news'));
  // The same articles as ours: Hugo knows nothing of what is not published.
  for (const name of readdirSync(join(root, 'content/_news')))
    if (existsSync(join(site, 'data/article', name.replace(/\.md$/, '.json'))))
      symlinkSync(join(root, 'content/_news', name), join(folder, 'content/news', name));
  mkdirSync(join(folder, 'static'));
  writeFileSync(join(folder, 'static/style.css'), STYLE);
  cpSync(join(root, 'content/assets'), join(folder, 'static/assets'), { recursive: true });
  const { status, stderr } = spawnSync('hugo', ['--source', folder, '--destination', join(folder, 'public'), '--quiet'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const slug = readdirSync(join(folder, 'public/news')).find((name) => name.includes('night-ferry'));
  return { folder: join(folder, 'public'), article: `news/${slug}/`, path: `news/${slug}/` };
}
