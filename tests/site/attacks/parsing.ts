/**
 * Attacks on the parsers: markup that one program reads as text and the next as an element.
 *
 * Pure. Invariant: written so that a browser, a Markdown parser and a sanitiser may disagree about each.
 */
import { RUN, each, type AttackClass } from './attack.ts'

const IMG = `<img src=x onerror=${RUN}>`

/** Elements whose content is text for some parsers and markup for others. */
const RAW = ['noscript', 'style', 'title', 'textarea', 'xmp', 'noembed', 'noframes', 'iframe']
const PLAIN = ['template', 'select', 'option', 'plaintext', 'listing', 'pre', 'button', 'object']

const mutations = [
  ...each(
    [...RAW, ...PLAIN],
    (tag) => `<${tag}><p title="</${tag}>${IMG}">a</p>`,
    (tag) => `<${tag}>${IMG}</${tag}>`,
  ),
  ...each(
    RAW,
    (tag) => `<svg></p><${tag}><a title="</${tag}>${IMG}">`,
    (tag) => `<math><mtext><table><mglyph><${tag}><!--</${tag}>${IMG}-->`,
    (tag) => `<${tag}><${tag}></${tag}>${IMG}</${tag}>`,
  ),
  `<form><math><mtext></form><form><mglyph><style></math>${IMG}`,
  `<math><annotation-xml encoding="text/html"><style><p title="</style>${IMG}">`,
  `<svg><desc><noscript></desc></noscript>${IMG}`,
  `<select><template><style><!--</style><a rel="--></style></template></select>${IMG}">`,
  `<p><svg><p><style><a title="</style>${IMG}"></p>`,
  `<table><td><select><math><style>${IMG}</style></table>`,
  `<noscript><style></noscript>${IMG}</style>`,
  `<noscript><!--</noscript>${IMG}-->`,
]

const comments = [
  `<!--${IMG}-->`,
  `<!-->${IMG}-->`,
  `<!--->${IMG}-->`,
  `<!-- --!>${IMG}-->`,
  `<!-- -- >${IMG}-->`,
  `<!--[if IE]>${IMG}<![endif]-->`,
  `<!--><!--${IMG}`,
  `<!--a\n\nb${IMG}`,
  `<![CDATA[${IMG}]]>`,
  `<![CDATA[>${IMG}<!]]>`,
  `<!a>${IMG}`,
  `<!doctype html [<!entity a "${IMG}">]>&a;`,
  `<?a ${IMG} ?>`,
  `<?xml version="1.0"?>${IMG}`,
  `<?xml-stylesheet href="javascript:${RUN}"?>`,
  `</ ${IMG}>`,
  `</!${IMG}>`,
  `</p title="${IMG}">`,
  `</br onmouseover=${RUN}>`,
]

const brokenTags = [
  `<img src=x onerror=${RUN}`,
  `<img src=x onerror=${RUN} <p>a`,
  `<img src="x" onerror="${RUN}`,
  `<img src="x> ${IMG}`,
  `<p title="a>${IMG}">a</p>`,
  `<p title='a">${IMG}'>a</p>`,
  `<p title=a">${IMG}>a</p>`,
  `<p/title/=">${IMG}">a</p>`,
  `<a href="https://example.org"title="a">b</a title="${IMG}">`,
  `<a href="https://example.org/&quot;onclick=${RUN}//">a</a>`,
  `<a href='https://example.org/"onclick="${RUN}'>a</a>`,
  `<a href="https://example.org/\`onclick=${RUN}">a</a>`,
  `<a href=https://example.org/"onclick=${RUN}>a</a>`,
  `<a href="https://example.org/<script>${RUN}</script>">a</a>`,
  `<ol start='1"onclick="${RUN}'><li>a</ol>`,
  `<ol start=javascript:${RUN}><li>a</ol>`,
  `<a rel='"onclick="${RUN}' href="https://example.org">a</a>`,
  `<p<img src=x onerror=${RUN}>>a</p>`,
  `<p\u00a0onclick=${RUN}>a</p>`,
  `<p:img src=x onerror=${RUN}>a</p>`,
  `<x:script xmlns:x="http://www.w3.org/1999/xhtml">${RUN}</x:script>`,
  `<img\v src=x onerror=${RUN}>`,
  `<İmg src=x onerror=${RUN}>`,
  `< img src=x onerror=${RUN}>`,
  `<\nimg src=x onerror=${RUN}>`,
  `<ſcript>${RUN}</ſcript>`,
  `<a><a href="https://example.org"><table><a href="javascript:${RUN}">b</table></a>`,
  `</div></main></body></html>${IMG}`,
  `</div></section></article><h1>Voting is over</h1>`,
]

/** What is text stays text, however often it was written as something else. */
const DISGUISED = [
  `&lt;img src=x onerror=${RUN}&gt;`,
  `&amp;lt;img src=x onerror=${RUN}&amp;gt;`,
  `&amp;amp;lt;img src=x onerror=${RUN}&amp;amp;gt;`,
  `&#60;img src=x onerror=${RUN}&#62;`,
  `&#x3c;img src=x onerror=${RUN}&#x3e;`,
  `&#60img src=x onerror=${RUN}&#62`,
  `&LT;img src=x onerror=${RUN}&GT;`,
  `\\<img src=x onerror=${RUN}\\>`,
  `%3Cimg src=x onerror=${RUN}%3E`,
  `\\u003cimg src=x onerror=${RUN}\\u003e`,
  `＜img src=x onerror=${RUN}＞`,
  `+ADw-img src=x onerror=${RUN}+AD4-`,
  `\u00bcimg src=x onerror=${RUN}\u00be`,
]
const disguises = each(
  DISGUISED,
  (text) => text,
  (text) => `<p>${text}</p>`,
  (text) => `[${text}](https://example.org/?a=${encodeURIComponent(text)} "${text}")`,
)

const polyglots = [
  `javascript:/*--></title></style></textarea></script></xmp><svg/onload=${RUN}>`,
  `"'><img src=x onerror=${RUN}><!--"'-->`,
  `*/${RUN}/*</script><script>${RUN}</script>"onfocus=${RUN} autofocus='`,
  `\`"'></p></a></td></noscript></template><img/src=x/onerror=${RUN}//`,
  `[a](javascript:${RUN} "' onclick=${RUN} '")<a href=javascript:${RUN}>**<script>${RUN}</script>**`,
  `\${${RUN}}{{${RUN}}}<%=${RUN}%><?=${RUN}?>${IMG}`,
  `]]>--></script>${IMG}<![CDATA[<!--`,
]

export const PARSING: readonly AttackClass[] = [
  { name: 'markup that changes when it is read again', texts: mutations },
  { name: 'a comment or declaration that ends early', texts: comments },
  { name: 'a tag or attribute that is broken', texts: brokenTags },
  { name: 'a text that is decoded once too often', texts: disguises },
  { name: 'a text for several parsers at once', texts: polyglots },
]
